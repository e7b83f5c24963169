package rongtong.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import rongtong.shared.NotFound;

/** What the page should show is not there, or not for this person: the answer is the same. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NoRecord extends ErrorPage implements HasErrorParameter<NotFound> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFound> parameter) {
        say("404", "ui.no-record");
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
