package rongtong.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rongtong.shared.Csv;

/**
 * A department of a city or county of Jilin, made up for the demonstration from its region and the kinds of departments
 * in {@code demonstration-departments.csv}: no official list is at hand.
 *
 * @param region code of the city or county, which is also its jurisdiction
 * @param function that it answers for there
 */
record LocalDepartment(String region, OrganizationLevel level, String code, String name, String function) {

    /** The province whose local departments take part in a procedure. */
    static final String PROVINCE = "JL";

    private static final String PREFIX = "22";

    /** One for each city and county and each kind of department that its level has, in the order of the regions. */
    static List<LocalDepartment> ofAll(List<Csv.Row> regions) {
        var names = regions.stream().collect(Collectors.toMap(row -> row.text("code"), row -> row.text("name")));
        var kinds = Csv.read("data/demonstration-departments.csv");
        var departments = new ArrayList<LocalDepartment>();
        for (var region : regions) {
            if (!region.text("code").startsWith(PREFIX)) {
                continue;
            }
            for (var kind : kinds) {
                if (kind.text("level").equals(region.text("level"))) {
                    departments.add(new LocalDepartment(
                            region.text("code"),
                            region.text("level").equals("county") ? OrganizationLevel.COUNTY : OrganizationLevel.CITY,
                            "%s-%s-%s".formatted(PROVINCE, region.text("code"), kind.text("suffix")),
                            fullName(region, names) + kind.text("name"),
                            kind.text("function")));
                }
            }
        }
        return departments;
    }

    /** Districts of several cities bear the same name (朝阳区), counties do not. */
    private static String fullName(Csv.Row region, Map<String, String> names) {
        var name = region.text("name");
        return name.endsWith("区") ? names.getOrDefault(region.text("parent"), "") + name : name;
    }

    Organization organization() {
        return new Organization(
                code, OrganizationKind.DEPARTMENT, level, PROVINCE, region, null, null, null, null, null, null);
    }
}
