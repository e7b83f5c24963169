package rongtong.publicnotice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** What the test process {@code noticed} writes: a list of three lines, and another notice of it where asked for. */
@Configuration(proxyBeanMethods = false)
class NoticedSteps {

    static final String ORGAN = "LN-EDU";

    static NoticeDraft draft(UUID caseId, String title, @Nullable Integer days, @Nullable UUID former) {
        return new NoticeDraft(
                caseId,
                ORGAN,
                title,
                new NoticeDraft.English(
                        "List of pilots, public notice",
                        "After review and joint decision the proposed list is put on public notice.\nObject by real name.",
                        Map.of("领域", "Field", "类别", "Kind")),
                "经专家评审和联合审定，现将拟入选名单予以公示。\n公示期间如有异议，请实名提出。",
                "JL-2018-48 (二十九)",
                days,
                "辽宁省教育厅职业教育处，024-00000000",
                former,
                List.of(
                        entry(1, "沈阳工业大学", "沈阳市", "装备制造"),
                        entry(2, "大连理工大学", "大连市", "精细化工"),
                        entry(3, "鞍山师范学院", "鞍山市", "")));
    }

    static NoticeDraft.Entry entry(int place, String organization, String region, String field) {
        var columns = new LinkedHashMap<String, String>();
        columns.put("领域", field);
        columns.put("类别", "省级试点");
        return new NoticeDraft.Entry("application-" + place, place, organization, region, columns);
    }

    @Bean
    Step noticedStart(PublicNotices notices) {
        return new Step() {

            @Override
            public String id() {
                return "noticed/start";
            }

            @Override
            public void record(StepContext context, Answers answers) {
                context.set("organ", ORGAN);
                context.set(
                        "notice",
                        notices.prepare(draft(context.caseId(), answers.text("title"), null, null))
                                .toString());
            }
        };
    }

    @Bean
    Step noticedConfirm(PublicNotices notices) {
        return new Step() {

            @Override
            public String id() {
                return "noticed/confirmResult";
            }

            @Override
            public void record(StepContext context, Answers answers) {
                if (answers.text("next").equals("AGAIN")) {
                    var former = notices.of(context.caseId()).getLast().id();
                    context.set(
                            "notice",
                            notices.prepare(draft(context.caseId(), "补充公示", 7, former))
                                    .toString());
                }
            }
        };
    }
}
