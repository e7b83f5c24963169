package rongtong.selection.panel;

/**
 * A declared tie of an expert to an organisation, such as a former post or kin.
 *
 * @param expert user name
 * @param organization code
 * @param remark what kind of tie, in the words of whoever declared it
 */
public record Relation(String expert, String organization, String remark) {}
