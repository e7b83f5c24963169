/**
 * Supply and demand ledgers (人才、科技等供需信息台账): who needs and who offers which talent and technology, written in rounds
 * of four ledgers by the departments in charge, from forms, page by page or from Excel; compared by field and level; and
 * the matching plan (对接方案) drawn from them. The procedure is drawn in {@code bpmn/ledger/ledger-round.bpmn}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "form",
            "organization",
            "policy",
            "identity",
            "calendar",
            "workflow",
            "workflow :: ui"
        })
@NullMarked
package rongtong.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
