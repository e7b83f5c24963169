package rongtong.organization;

/** The three sectors (三次产业) as the departments divide them: 农业、工业、服务业. */
public enum Sector {
    AGRICULTURE,
    INDUSTRY,
    SERVICES
}
