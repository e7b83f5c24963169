package rongtong.workflow.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.impl.pvm.runtime.ExecutionImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import rongtong.RongtongTest;
import rongtong.document.Documents;
import rongtong.document.official.OfficialDocument;
import rongtong.document.print.Printer;
import rongtong.identity.CurrentUser;
import rongtong.workflow.Cases;

/** Documents that models issue by themselves. */
@RongtongTest
class OfficialDocumentsTest {

    @Autowired
    OfficialDocuments officialDocuments;

    @Autowired
    Cases cases;

    @Autowired
    CurrentUser user;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Documents documents;

    @Autowired
    Printer printer;

    UUID caseId;

    @BeforeEach
    void start() throws Exception {
        caseId = user.runAs(
                "ln-edu.handler",
                () -> cases.start("three-steps", Map.of("title", "关于设立实训工厂的申请")).caseId());
    }

    OfficialDocument issue(String kind, String addressee, Map<String, Object> variables) {
        assumeTrue(printer.hasFonts(), "no Chinese font here: fonts-noto-cjk");
        return transaction.execute(status -> officialDocuments.issue(caseId, kind, "LN-EDU", addressee, variables));
    }

    String text(UUID id) throws Exception {
        var content = user.runAs("ln-edu.handler", () -> documents.pdf(id));
        try (var pdf = Loader.loadPDF(content)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        }
    }

    @Test
    void sayWhatTheCaseKnows() throws Exception {
        var document = issue("acceptance-notice", "school-4121010142", Map.of("decideBy", "2026-12-01"));

        assertThat(document.title()).isEqualTo("关于设立实训工厂的受理通知书");
        assertThat(document.addressee()).isEqualTo("沈阳工业大学");
        assertThat(text(document.id())).contains("沈阳工业大学：", "《关于设立实训工厂的申请》", "2026年12月1日前作出决定", "辽宁省教育厅文件");
    }

    @Test
    void listWhatIsWrongInATable() throws Exception {
        var document = issue(
                "correction-notice",
                "",
                Map.of(
                        "defects",
                        List.of(
                                Map.of("field", "plan", "label", "可行性论证报告", "reason", "缺少投资概算"),
                                Map.of("label", "营业执照", "reason", "已过有效期"))));

        assertThat(text(document.id())).containsSubsequence("1可行性论证报告缺少投资概算", "2营业执照已过有效期");
        assertThat(document.addressee()).isEqualTo("辽宁省教育厅");
    }

    @Test
    void standOnTheTimelineWithTheirHash() throws Exception {
        var document = issue("refusal-of-acceptance", "沈阳某学校", Map.of("reasons", "不属于本机关职权范围。"));

        var entry =
                user.runAs("ln-edu.handler", () -> cases.get(caseId)).timeline().getLast();
        assertThat(entry.action()).isEqualTo("document-issued");
        assertThat(entry.opinion()).contains(document.number(), document.textSha256());
        assertThat(document.textSha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void areIssuedFromAModelWithTheVariablesItSees() {
        var execution = new ExecutionImpl();
        execution.setVariables(Map.of("caseId", caseId.toString(), "reasons", "条件不具备。"));

        var number = transaction.execute(
                status -> officialDocuments.issue(execution, "disapproval", "LN-EDU", "school-4121010142"));

        assertThat(number).matches("辽教不批〔20\\d\\d〕\\d+号");
    }
}
