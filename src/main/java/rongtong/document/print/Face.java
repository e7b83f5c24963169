package rongtong.document.print;

import java.util.List;
import java.util.stream.Stream;

/**
 * The typefaces of official documents (GB/T 9704: text in 仿宋, headings in 黑体 and 楷体, titles in 小标宋) with the fonts
 * that can take the part, the best first. Free fonts for 仿宋, 楷体 and 小标宋 are rare on servers; then a 宋体 takes their
 * part, and the PDF says so.
 */
enum Face {
    FANGSONG(
            "fangsong",
            400,
            "仿宋",
            List.of(
                    "FZFSK--GBK1-0",
                    "FangSong_GB2312",
                    "FangSong",
                    "STFangsong",
                    "ZhuqueFangsong-Regular",
                    "FandolFang-Regular"),
            List.of(
                    "NotoSerifCJKsc-Regular",
                    "NotoSerifSC-Regular",
                    "SourceHanSerifSC-Regular",
                    "SourceHanSerifCN-Regular",
                    "SimSun",
                    "STSongti-SC-Regular",
                    "UMingCN")),
    KAI(
            "kai",
            400,
            "楷体",
            List.of(
                    "FZKTK--GBK1-0",
                    "KaiTi_GB2312",
                    "KaiTi",
                    "STKaiti",
                    "STKaitiSC-Regular",
                    "UKaiCN",
                    "LXGWWenKai-Regular",
                    "FandolKai-Regular"),
            List.of("NotoSerifCJKsc-Regular", "NotoSerifSC-Regular", "SourceHanSerifSC-Regular", "SimSun", "UMingCN")),
    XIAOBIAOSONG(
            "xiaobiaosong",
            400,
            "小标宋",
            List.of("FZXBSJW--GB1-0", "FZXBSK--GBK1-0", "FZXiaoBiaoSong-B05S"),
            List.of(
                    "NotoSerifCJKsc-Bold",
                    "NotoSerifSC-Bold",
                    "SourceHanSerifSC-Bold",
                    "SourceHanSerifCN-Bold",
                    "STSongti-SC-Bold",
                    "SimSun")),
    SONG(
            "song",
            400,
            "宋体",
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
                    "AR-PL-UMing-CN"),
            List.of()),
    SONG_BOLD(
            "song",
            700,
            "宋体粗",
            List.of(
                    "NotoSerifCJKsc-Bold",
                    "NotoSerifSC-Bold",
                    "SourceHanSerifSC-Bold",
                    "SourceHanSerifCN-Bold",
                    "STSongti-SC-Bold"),
            List.of()),
    HEI(
            "hei",
            400,
            "黑体",
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
                    "DroidSansFallback"),
            List.of()),
    HEI_BOLD(
            "hei",
            700,
            "黑体粗",
            List.of(
                    "NotoSansCJKsc-Bold",
                    "NotoSansSC-Bold",
                    "SourceHanSansSC-Bold",
                    "SourceHanSansCN-Bold",
                    "MicrosoftYaHei-Bold",
                    "PingFangSC-Semibold"),
            List.of());

    private final String family;
    private final int weight;
    private final String label;
    private final List<String> genuine;
    private final List<String> standIns;

    Face(String family, int weight, String label, List<String> genuine, List<String> standIns) {
        this.family = family;
        this.weight = weight;
        this.label = label;
        this.genuine = genuine;
        this.standIns = standIns;
    }

    /** The name that style sheets use. */
    String family() {
        return family;
    }

    /** 400 or 700. */
    int weight() {
        return weight;
    }

    /** What the standard calls the typeface. */
    String label() {
        return label;
    }

    /** Fonts of this typeface, then those that may stand in for it. */
    List<String> postScriptNames() {
        return Stream.concat(genuine.stream(), standIns.stream()).toList();
    }

    /** Whether the font is of this typeface itself. */
    boolean isGenuine(String postScriptName) {
        return genuine.contains(postScriptName);
    }
}
