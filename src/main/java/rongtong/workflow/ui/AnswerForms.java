package rongtong.workflow.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rongtong.form.Form;
import rongtong.form.FormModel;

/** Makes the forms of tasks and applications, to fill in or to read. */
@Component
class AnswerForms {

    /**
     * @param form form-js JSON
     * @param known what the form starts with
     * @param typed what the person had typed before, which goes before what is known where the person may change it
     */
    AnswerForm show(String form, Map<String, @Nullable Object> known, Map<String, @Nullable Object> typed) {
        return new AnswerForm(new FormModel(Form.parse(form), present(known)).fill(present(typed)));
    }

    AnswerForm read(String form, Map<String, @Nullable Object> answers) {
        return new AnswerForm(FormModel.readOnly(Form.parse(form), present(answers)));
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
