package rongtong.factory.income;

/** How far a return is: reported, filed, and only then booked (R-JL-16). */
public enum IncomeStatus {
    REPORTED,
    FILED,
    BOOKED,
    WITHDRAWN
}
