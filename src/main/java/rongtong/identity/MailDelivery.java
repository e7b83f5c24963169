package rongtong.identity;

/** Whether notices also come by mail, and when. */
public enum MailDelivery {
    NONE,
    AT_ONCE,
    /** Once a day, what is still unread. */
    DAILY
}
