package rongtong.form.ui;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import rongtong.form.FieldInstance;

/** Puts one type of component on the screen. */
interface FieldRenderer {

    /** Name of the type in the form's JSON. */
    String type();

    Shown show(FieldInstance instance, Canvas canvas);

    Map<String, FieldRenderer> ALL = List.of(
                    new TextFieldRenderer(),
                    new TextAreaRenderer(),
                    new NumberRenderer(),
                    new CheckboxRenderer(),
                    new RadioRenderer(),
                    new SelectRenderer(),
                    new ChecklistRenderer(),
                    new TagListRenderer(),
                    new DateTimeRenderer(),
                    new FilePickerRenderer(),
                    new TextRenderer(),
                    new HtmlRenderer(),
                    new ImageRenderer(),
                    new FrameRenderer(),
                    new TableRenderer(),
                    new GroupRenderer(),
                    new DynamicListRenderer(),
                    new SeparatorRenderer(),
                    new SpacerRenderer())
            .stream()
            .collect(Collectors.toUnmodifiableMap(FieldRenderer::type, Function.identity()));

    /**
     * The renderer of a type. What has nothing to show has none of its own: an expression computes in the background, and
     * the buttons are those of the page.
     */
    static FieldRenderer of(String type) {
        return ALL.getOrDefault(type, new NothingRenderer());
    }
}
