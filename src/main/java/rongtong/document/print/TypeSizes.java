package rongtong.document.print;

import java.util.Map;

/** Sizes of type by the names that the standard uses (字号). */
final class TypeSizes {

    /** Height in points by name. */
    static final Map<String, String> POINTS = Map.ofEntries(
            Map.entry("初号", "42"),
            Map.entry("小初", "36"),
            Map.entry("一号", "26"),
            Map.entry("小一", "24"),
            Map.entry("二号", "22"),
            Map.entry("小二", "18"),
            Map.entry("三号", "16"),
            Map.entry("小三", "15"),
            Map.entry("四号", "14"),
            Map.entry("小四", "12"),
            Map.entry("五号", "10.5"),
            Map.entry("小五", "9"));

    private TypeSizes() {}
}
