package rongtong.alliance.council;

/**
 * The secretariat.
 *
 * @param host code of the member that houses it, usually the chair unit (R-LNA-24)
 * @param head the secretary-general, and {@code post}
 * @param platform address of the alliance's management and service platform, which it keeps (R-LNA-31)
 * @param deviation why it is not at the chair unit, or why another soft rule is departed from; empty where none is
 */
public record Secretariat(String host, String head, String post, String address, String platform, String deviation) {}
