package rongtong.organization;

/** A record as pickers show it: the value and what a person reads. */
public record CodeName(String code, String name) {}
