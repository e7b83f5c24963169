package rongtong.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import rongtong.form.FieldInstance;
import rongtong.form.Form;
import rongtong.form.FormModel;

/** Types given answers into a form on the screen, field by field, in the order in which they show. */
class Typist {

    private final Person person;
    private final BiFunction<String, String, String> nameOfRecord;

    /** @param nameOfRecord says what a picker shows for an address of records and a code */
    Typist(Person person, BiFunction<String, String, String> nameOfRecord) {
        this.person = person;
        this.nameOfRecord = nameOfRecord;
    }

    /** @param values what the form starts with; @param answers what it is to hand in */
    void types(String form, Map<String, Object> values, Map<String, Object> answers) {
        var mirror = new FormModel(Form.parse(form), values);
        Set<String> done = new HashSet<>();
        var answered = new FormModel(Form.parse(form), values).fill(answers);
        for (boolean changed = true; changed; ) {
            changed = false;
            for (var instance : mirror.visible()) {
                if (!done.add(instance.path() + "#" + instance.field().id())
                        || mirror.isReadonly(instance)
                        || mirror.isDisabled(instance)) {
                    continue;
                }
                if (instance.field().type().equals("dynamiclist")) {
                    changed |= rows(mirror, answered, instance);
                } else if (instance.field().key().isPresent()) {
                    var wanted = answered.value(instance);
                    if (wanted != null && !wanted.equals("") && !wanted.equals(mirror.value(instance))) {
                        type(mirror, instance, wanted);
                        mirror.set(instance, wanted);
                        changed = true;
                    }
                }
            }
        }
    }

    private boolean rows(FormModel mirror, FormModel answered, FieldInstance list) {
        var changed = mirror.size(list) < answered.size(list);
        while (mirror.size(list) < answered.size(list)) {
            person.field(list.path()).locator("vaadin-button.form-add").last().click();
            person.settles();
            mirror.add(list);
        }
        return changed || mirror.size(list) > 0;
    }

    private void type(FormModel mirror, FieldInstance instance, Object wanted) {
        var cell = person.field(instance.path()).first();
        switch (instance.field().type()) {
            case "textfield", "number" -> fill(cell.locator("input").first(), wanted.toString());
            case "datetime" -> {
                var parts = wanted.toString().split("T");
                for (int part = 0; part < parts.length; part++) {
                    var input = cell.locator("input").nth(part);
                    input.fill(parts[part]);
                    input.press("Enter"); // closes the calendar
                    input.press("Tab");
                }
            }
            case "textarea" -> fill(cell.locator("textarea").first(), wanted.toString());
            case "checkbox" -> cell.locator("input").setChecked(Boolean.TRUE.equals(wanted));
            case "radio" ->
                cell.locator("vaadin-radio-button", having(said(mirror, instance, wanted)))
                        .locator("input")
                        .check();
            case "checklist" ->
                ((List<?>) wanted)
                        .forEach(each -> cell.locator("vaadin-checkbox", having(said(mirror, instance, each)))
                                .locator("input")
                                .check());
            case "select" -> pick(cell, "vaadin-combo-box-item", said(mirror, instance, wanted));
            case "taglist" -> {
                ((List<?>) wanted)
                        .forEach(
                                each -> pick(cell, "vaadin-multi-select-combo-box-item", said(mirror, instance, each)));
                cell.locator("input").first().press("Escape");
            }
            case "filepicker" -> {
                cell.locator("input[type=file]").setInputFiles(new FilePayload("论证报告.pdf", "application/pdf", pdf()));
                cell.getByText("论证报告.pdf").first().waitFor();
            }
            default -> throw new AssertionError("Nobody types into " + instance.field());
        }
        person.settles();
    }

    private static byte[] pdf() {
        return "%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF"
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void fill(Locator input, String text) {
        input.fill(text);
        input.press("Tab");
    }

    private void pick(Locator cell, String item, String label) {
        cell.locator("input").first().fill(label);
        person.page()
                .locator(item + ":not([hidden])", new com.microsoft.playwright.Page.LocatorOptions().setHasText(label))
                .first()
                .click();
        person.settles();
    }

    private static Locator.LocatorOptions having(String label) {
        return new Locator.LocatorOptions().setHasText(Pattern.compile("^\\s*" + literally(label) + "\\s*$"));
    }

    /** For the browser, whose expressions do not know \\Q and \\E. */
    private static String literally(String label) {
        return label.replaceAll("[\\\\^$.|?*+()\\[\\]{}]", "\\\\$0");
    }

    private String said(FormModel mirror, FieldInstance instance, Object value) {
        var address = mirror.lookup(instance);
        return address.isPresent()
                ? nameOfRecord.apply(address.get(), value.toString())
                : mirror.choices(instance).stream()
                        .filter(choice -> choice.value().equals(value))
                        .map(choice -> choice.label())
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No choice " + value + " at " + instance.path()));
    }
}
