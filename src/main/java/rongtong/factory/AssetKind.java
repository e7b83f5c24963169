package rongtong.factory;

/** Kinds of state assets that a school puts in. */
public enum AssetKind {
    CASH,
    BUILDING,
    EQUIPMENT,
    LAND_USE,
    INTANGIBLE,
    OTHER
}
