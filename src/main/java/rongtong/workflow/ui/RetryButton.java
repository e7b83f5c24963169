package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import org.jspecify.annotations.Nullable;
import rongtong.ui.Notices;
import rongtong.workflow.ProcessMonitor;

/** Offers administrators to let a failed job try once more. */
record RetryButton(ProcessMonitor monitor, boolean mayMend) {

    /** @param job nothing is offered where there is none */
    Component of(@Nullable String job, Command afterwards) {
        if (!mayMend || job == null) {
            return new Span();
        }
        var retry = new Button();
        retry.setText(retry.getTranslation("desk.monitor.retry"));
        retry.addClickListener(click -> {
            monitor.retry(job);
            Notices.done(retry.getTranslation("desk.monitor.retried"));
            afterwards.execute();
        });
        retry.addThemeVariants(ButtonVariant.LUMO_SMALL);
        retry.setDisableOnClick(true);
        return retry;
    }
}
