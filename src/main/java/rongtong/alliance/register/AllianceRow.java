package rongtong.alliance.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.alliance.AllianceType;
import rongtong.organization.Sector;

/**
 * One line of the register.
 *
 * @param number in the register, such as {@code LN-2017-001}
 * @param fields codes of fields, and {@code fieldNames} in the language of the person
 * @param chairUnit code of the chair unit, and {@code chairUnitName}
 * @param source where an entry comes from that was not founded by a case here; empty for the others
 */
public record AllianceRow(
        String number,
        UUID caseId,
        String name,
        AllianceType type,
        Sector sector,
        List<String> fields,
        List<String> fieldNames,
        String chairUnit,
        String chairUnitName,
        int members,
        LocalDate foundedOn,
        @Nullable String filingNumber,
        @Nullable LocalDate filedOn,
        AllianceStatus status,
        String source) {}
