package rongtong.form.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import rongtong.form.Form;
import rongtong.form.FormModel;
import rongtong.form.References;
import rongtong.shared.Texts;

/** Makes the screens of forms, in the language of the person at work. */
@SpringComponent
public class FormViews {

    private final References references;
    private final Texts texts;
    private final Clock clock;

    FormViews(References references, Texts texts, Clock clock) {
        this.references = references;
        this.texts = texts;
        this.clock = clock;
    }

    /** A form to fill in. @param data values to start with, and variables that expressions use */
    public FormView of(Form form, Map<String, Object> data) {
        return of(form, data, false);
    }

    /** @param readOnly only to be read: answers stand as text */
    public FormView of(Form form, Map<String, Object> data, boolean readOnly) {
        var drawn = form.in(LocaleContextHolder.getLocale());
        return of(readOnly ? FormModel.readOnly(drawn, data) : new FormModel(drawn, data));
    }

    /** A form whose answers are already there, for example with a draft filled in. */
    public FormView of(FormModel model) {
        return new FormView(model, references, texts::of, clock);
    }
}
