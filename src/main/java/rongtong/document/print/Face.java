package rongtong.document.print;

import java.util.List;

/**
 * The typefaces of official documents (GB/T 9704: text in 仿宋 or 宋体, headings in 黑体) with the fonts that can take the
 * part, the best first.
 */
enum Face {
    SONG(
            "song",
            400,
            List.of(
                    "NotoSerifCJKsc-Regular",
                    "NotoSerifSC-Regular",
                    "SourceHanSerifSC-Regular",
                    "SourceHanSerifCN-Regular",
                    "FangSong",
                    "STFangsong",
                    "SimSun",
                    "STSongti-SC-Regular",
                    "STSong",
                    "UMingCN",
                    "AR-PL-UMing-CN")),
    SONG_BOLD(
            "song",
            700,
            List.of(
                    "NotoSerifCJKsc-Bold",
                    "NotoSerifSC-Bold",
                    "SourceHanSerifSC-Bold",
                    "SourceHanSerifCN-Bold",
                    "STSongti-SC-Bold")),
    HEI(
            "hei",
            400,
            List.of(
                    "NotoSansCJKsc-Regular",
                    "NotoSansSC-Regular",
                    "SourceHanSansSC-Regular",
                    "SourceHanSansCN-Regular",
                    "SimHei",
                    "MicrosoftYaHei",
                    "PingFangSC-Regular",
                    "STHeitiSC-Medium",
                    "WenQuanYiMicroHei",
                    "WenQuanYiZenHei",
                    "DroidSansFallback")),
    HEI_BOLD(
            "hei",
            700,
            List.of(
                    "NotoSansCJKsc-Bold",
                    "NotoSansSC-Bold",
                    "SourceHanSansSC-Bold",
                    "SourceHanSansCN-Bold",
                    "MicrosoftYaHei-Bold",
                    "PingFangSC-Semibold"));

    private final String family;
    private final int weight;
    private final List<String> postScriptNames;

    Face(String family, int weight, List<String> postScriptNames) {
        this.family = family;
        this.weight = weight;
        this.postScriptNames = postScriptNames;
    }

    /** The name that style sheets use. */
    String family() {
        return family;
    }

    /** 400 or 700. */
    int weight() {
        return weight;
    }

    List<String> postScriptNames() {
        return postScriptNames;
    }
}
