package rongtong.organization;

/** What sort of body an organisation is. */
public enum OrganizationKind {
    /** 部门: a department of a government. */
    DEPARTMENT,
    /** 政府. */
    GOVERNMENT,
    /** 园区. */
    PARK,
    /** 学校: universities, colleges, secondary vocational and technician schools. */
    SCHOOL,
    /** 企业. */
    ENTERPRISE,
    /** 科研院所. */
    INSTITUTE,
    /** 协会、人民团体. */
    ASSOCIATION,
    /** 金融监管机构. */
    REGULATOR,
    /** 其他. */
    OTHER
}
