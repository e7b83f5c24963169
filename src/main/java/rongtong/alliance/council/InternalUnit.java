package rongtong.alliance.council;

/** The unit (内设机构) by which a department supervises the platform and guides the secretariat. */
public record InternalUnit(String department, String name) {}
