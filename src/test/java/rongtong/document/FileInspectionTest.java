package rongtong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static rongtong.document.Papers.PDF;
import static rongtong.document.Papers.PNG;
import static rongtong.document.Papers.PROGRAM;
import static rongtong.document.Papers.bombOfLists;
import static rongtong.document.Papers.doc;
import static rongtong.document.Papers.docx;
import static rongtong.document.Papers.docxWithMacros;
import static rongtong.document.Papers.docxWithRemoteTemplate;
import static rongtong.document.Papers.latin;
import static rongtong.document.Papers.utf8;
import static rongtong.document.Papers.zip;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rongtong.shared.RuleViolation;

class FileInspectionTest {

    @TempDir
    Path folder;

    String inspect(String name, byte[] content) throws IOException {
        var file = Files.write(folder.resolve("upload"), content);
        return new FileInspection(AcceptedName.of(name, FileKind.ALL), file).mediaType();
    }

    static Stream<Arguments> goodFiles() {
        return Stream.of(
                Arguments.of("章程.pdf", PDF, "application/pdf"),
                Arguments.of("现场.PNG", PNG, "image/png"),
                Arguments.of(
                        "方案.docx", docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                Arguments.of("旧版.doc", doc("WordDocument"), "application/msword"),
                Arguments.of("版式.ofd", zip(Map.of("OFD.xml", "<ofd:OFD/>")), "application/ofd"),
                Arguments.of("说明.txt", "联盟章程\r\n第一条".getBytes(Charset.forName("GBK")), "text/plain"),
                Arguments.of("台账.csv", utf8("专业,人数\n机械设计制造及其自动化,120\n"), "text/csv"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodFiles")
    void whatIsWhatItSaysIsAccepted(String name, byte[] content, String mediaType) throws IOException {
        assertThat(inspect(name, content)).isEqualTo(mediaType);
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                Arguments.of("章程.pdf", PROGRAM, "document.attachment.program"),
                Arguments.of("说明.txt", utf8("#!/bin/sh\nrm -rf /\n"), "document.attachment.program"),
                Arguments.of("说明.txt", utf8("<html><script>alert(1)</script></html>"), "document.attachment.page"),
                Arguments.of("图.png", utf8("<svg onload=\"alert(1)\"/>"), "document.attachment.page"),
                Arguments.of("说明.txt", utf8("你好\n<script>alert(1)</script>"), "document.attachment.page"),
                Arguments.of("图.png", PDF, "document.attachment.other-content"),
                Arguments.of("章程.pdf", PNG, "document.attachment.other-content"),
                Arguments.of("说明.txt", latin("abc\0\0\1\2def"), "document.attachment.other-content"),
                Arguments.of("方案.docx", docxWithMacros(), "document.attachment.macros"),
                Arguments.of("方案.docx", docxWithRemoteTemplate(), "document.attachment.active"),
                Arguments.of("方案.docx", zip(Map.of("a.txt", "x")), "document.attachment.other-content"),
                Arguments.of("方案.docx", utf8("no zip at all"), "document.attachment.other-content"),
                Arguments.of("方案.docx", bombOfLists(), "document.attachment.other-content"),
                Arguments.of("旧版.xls", doc("_VBA_PROJECT"), "document.attachment.macros"),
                Arguments.of("版式.ofd", docx(), "document.attachment.other-content"),
                Arguments.of(
                        "表.pdf",
                        latin("%PDF-1.7\n1 0 obj <</OpenAction <</S /JavaScript /JS (app.alert(1))>>>> endobj"),
                        "document.attachment.active"));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("badFiles")
    void whatIsNotOrCouldRunIsRefusedInWords(String name, byte[] content, String reason) {
        var refusal = catchThrowableOfType(RuleViolation.class, () -> inspect(name, content));

        assertThat(refusal.explanation().key()).isEqualTo(reason);
        assertThat(refusal.explanation().arguments()).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.exe",
                "a.html",
                "a.svg",
                "a.zip",
                "a.docm",
                "a.pdf.js",
                "pdf",
                "",
                ".pdf",
                "a.",
                "../a.pdf",
                "C:\\a.pdf",
                "a\u0000.pdf",
                "a\u202Efdp.pdf",
                "a\n.pdf",
                "a\ud800.pdf"
            })
    void namesThatPromiseNothingGoodAreRefused(String name) {
        assertThat(catchThrowableOfType(RuleViolation.class, () -> AcceptedName.of(name, FileKind.ALL)))
                .isNotNull();
    }

    @Test
    void aVeryLongNameIsRefused() {
        assertThat(catchThrowableOfType(
                                RuleViolation.class, () -> AcceptedName.of("长".repeat(200) + ".pdf", FileKind.ALL))
                        .explanation()
                        .key())
                .isEqualTo("document.attachment.name-too-long");
    }

    @Test
    void aMacroNameAcrossTheBorderOfTwoPiecesIsFound() throws IOException {
        var content = doc("_VBA_PROJECT");
        var shifted = new byte[64 * 1024 * 2 + 4_000];
        System.arraycopy(content, 0, shifted, 0, 8);
        var name = "_VBA_PROJECT".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, shifted, 64 * 1024 - 5, name.length);

        assertThat(catchThrowableOfType(RuleViolation.class, () -> inspect("旧版.doc", shifted)))
                .isNotNull();
    }
}
