package rongtong.workflow.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rongtong.form.Form;
import rongtong.form.FormModel;
import rongtong.form.ui.FormViews;
import rongtong.shared.Texts;

/** Makes the forms of tasks and applications, to fill in or to read. */
@Component
class AnswerForms {

    private final FormViews views;
    private final Texts texts;

    AnswerForms(FormViews views, Texts texts) {
        this.views = views;
        this.texts = texts;
    }

    /**
     * @param form form-js JSON
     * @param known what the form starts with
     * @param typed what the person had typed before; it goes before what is known where the person may change that
     */
    AnswerForm show(String form, Map<String, @Nullable Object> known, Map<String, @Nullable Object> typed) {
        var drawn = Form.parse(form).in(LocaleContextHolder.getLocale());
        var model = new FormModel(drawn, present(known)).fill(typed);
        return new AnswerForm(views.of(model), texts);
    }

    /**
     * One list of a form by itself, whatever the form asks before it shows the list; nothing where it has no such list.
     *
     * @param path of the list, at the top of the form
     */
    Optional<AnswerForm> showList(
            String form, String path, Map<String, @Nullable Object> known, Map<String, @Nullable Object> typed) {
        return Form.parse(form)
                .list(path)
                .map(list -> new FormModel(list.in(LocaleContextHolder.getLocale()), present(known)).fill(typed))
                .map(model -> new AnswerForm(views.of(model), texts));
    }

    AnswerForm read(String form, Map<String, @Nullable Object> answers) {
        var drawn = Form.parse(form).in(LocaleContextHolder.getLocale());
        return new AnswerForm(views.of(drawn, present(answers), true), texts);
    }

    private static Map<String, Object> present(Map<String, @Nullable Object> values) {
        var present = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> {
            if (value != null) {
                present.put(key, value);
            }
        });
        return present;
    }
}
