package rongtong.alliance.lead;

import org.jspecify.annotations.Nullable;

/**
 * A member chosen to lead (联盟责任部门: not a department of government).
 *
 * @param organization its code
 * @param chair whether it is the chair unit (理事长单位); exactly one is
 * @param accepted null while it has not answered
 */
public record LeadUnit(
        String organization, boolean chair, @Nullable Boolean accepted) {}
