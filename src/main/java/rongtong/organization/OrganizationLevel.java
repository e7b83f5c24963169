package rongtong.organization;

/** Level of government that an organisation belongs to: 国家、省、市、县. */
public enum OrganizationLevel {
    NATIONAL,
    PROVINCE,
    CITY,
    COUNTY
}
