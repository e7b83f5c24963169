package rongtong.factory.register;

/** Whether a factory still runs. */
public enum FactoryStatus {
    ACTIVE,
    /** 已退出: the investment was taken back. */
    EXITED
}
