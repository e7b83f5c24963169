/**
 * Selections (遴选): programmes such as Jilin's “223” plan, their rounds, applications, experts, ranking, joint decision
 * and the registers of what was selected. The procedures are drawn in {@code bpmn/selection}; a programme is data.
 *
 * <p>Glossary: {@code Programme} 遴选方案; {@code Track} 申报类别; {@code Round} 一轮遴选; {@code PilotApplication} 申报;
 * {@code Recommendation} 市县推荐; {@code Panel} 评审组; {@code Sheet} 评分表; {@code Ranking} 排名; {@code Proposal} 建议名单;
 * {@code Decision} 联合决定; {@code Recognition} 名册登记; lead functions 牵头部门, the first of which convenes (汇总);
 * participating functions 参与部门.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "form",
            "form :: ui",
            "organization",
            "policy",
            "publicnotice",
            "identity",
            "calendar",
            "document",
            "document :: official",
            "document :: ui",
            "ui",
            "workflow",
            "workflow :: clock",
            "workflow :: countersign",
            "workflow :: decision",
            "workflow :: ui",
            "credit",
            "ledger"
        })
@NullMarked
package rongtong.selection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
