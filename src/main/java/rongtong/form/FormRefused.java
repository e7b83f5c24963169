package rongtong.form;

/** The JSON is no form that can be shown: not JSON, an unknown component, an id or a data path used twice. */
public class FormRefused extends RuntimeException {

    public FormRefused(String message) {
        super(message);
    }
}
