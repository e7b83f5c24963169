package rongtong.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rongtong.organization.CodeName;
import rongtong.organization.OrganizationKind;
import rongtong.organization.OrganizationRow;
import rongtong.organization.Sector;

/** What many entries refer to, read once; also finds codes by the names that people write in spreadsheets. */
final class LoadedReferences implements EntryDraft.References {

    private final Map<String, Sector> sectors = new HashMap<>();
    private final Map<String, String> fieldsByName = new HashMap<>();
    private final Map<String, OrganizationKind> organizations = new HashMap<>();
    private final Map<String, String> organizationsByName = new HashMap<>();
    private final Set<String> ambiguousNames = new HashSet<>();
    private final Map<String, String> majors = new HashMap<>();
    private final Map<String, String> majorsByName = new HashMap<>();

    LoadedReferences(List<Fields.Named> fields, List<OrganizationRow> organizations, List<CodeName> majors) {
        for (var field : fields) {
            sectors.put(field.code(), field.sector());
            fieldsByName.put(field.nameZh(), field.code());
            fieldsByName.put(field.nameEn().toLowerCase(Locale.ROOT), field.code());
        }
        for (var organization : organizations) {
            this.organizations.put(organization.code(), organization.kind());
            if (organizationsByName.put(organization.name(), organization.code()) != null) {
                ambiguousNames.add(organization.name());
            }
        }
        for (var major : majors) {
            this.majors.put(major.code(), major.name());
            majorsByName.putIfAbsent(major.name(), major.code());
        }
    }

    @Override
    public @Nullable Sector sectorOf(String field) {
        return sectors.get(field);
    }

    @Override
    public @Nullable OrganizationKind kindOf(String organization) {
        return organizations.get(organization);
    }

    @Override
    public boolean hasMajor(String code) {
        return majors.containsKey(code);
    }

    String majorName(String code) {
        return majors.getOrDefault(code, code);
    }

    /** Code of what a cell names; the text itself where nothing has the name, so that the rules refuse it by it. */
    String fieldCode(String text) {
        return sectors.containsKey(text)
                ? text
                : fieldsByName.getOrDefault(text, fieldsByName.getOrDefault(text.toLowerCase(Locale.ROOT), text));
    }

    /** Likewise. */
    String organizationCode(String text) {
        return organizations.containsKey(text) ? text : organizationsByName.getOrDefault(text, text);
    }

    boolean isAmbiguous(String organizationName) {
        return ambiguousNames.contains(organizationName);
    }

    /** Likewise. */
    String majorCode(String text) {
        return majors.containsKey(text) ? text : majorsByName.getOrDefault(text, text);
    }
}
