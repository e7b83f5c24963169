package rongtong.alliance.council;

/** The office (联络机构) through which a member deals with the secretariat. {@code member} is a code. */
public record LiaisonOffice(String member, String office, String contact, String phone) {}
