package rongtong.document.official;

import java.util.List;
import java.util.regex.Pattern;
import rongtong.shared.Csv;

/**
 * Character codes of offices (机关代字), the first part of document numbers: listed in {@code data/organ-codes.csv}, else
 * made by the usual rule, the place and the department: 长春市财政局 → 长财. A place is called by its first character,
 * unless the list says otherwise, so that 吉林市财政局 (吉市财) is not taken for 吉林省财政厅 (吉财); a district by its
 * city and name.
 */
public final class OrganCodes {

    private static final List<Csv.Row> ROWS = Csv.read("data/organ-codes.csv");

    private static final Pattern LOCAL = Pattern.compile("^(.)[^省市州县区旗]*[省市州县区旗](.+)$");

    private static final Pattern DISTRICT = Pattern.compile("^([^省市州县区旗]{2,3})区(.+局|.+委员会)$");

    private static final int LONGEST = 6;

    private OrganCodes() {}

    /** @param name full name in Chinese */
    public static String of(String organization, String name) {
        return ROWS.stream()
                .filter(row ->
                        !organization.isEmpty() && row.text("organization").equals(organization))
                .map(row -> row.text("code"))
                .findFirst()
                .orElseGet(() -> made(name));
    }

    private static String made(String name) {
        var place = ROWS.stream()
                .filter(row -> !row.text("place").isEmpty() && name.startsWith(row.text("place")))
                .findFirst();
        if (place.isPresent()) {
            var rest = name.substring(place.get().text("place").length());
            var district = DISTRICT.matcher(rest);
            return place.get().text("code")
                    + (district.matches() ? district.group(1) + department(district.group(2)) : department(rest));
        }
        var parts = LOCAL.matcher(name);
        if (!parts.matches()) {
            return name.substring(0, Math.min(name.length(), LONGEST));
        }
        return parts.group(1) + department(parts.group(2));
    }

    private static String department(String name) {
        return ROWS.stream()
                .filter(row -> !row.text("department").isEmpty() && name.startsWith(row.text("department")))
                .map(row -> row.text("code"))
                .findFirst()
                .orElseGet(() -> name.substring(0, Math.min(name.length(), 1)));
    }
}
