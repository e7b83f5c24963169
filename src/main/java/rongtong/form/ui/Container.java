package rongtong.form.ui;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rongtong.form.Field;
import rongtong.form.FieldInstance;

/** Components in rows of sixteen columns: of the form itself, of a group, or of one element of a list. */
final class Container {

    private static final int COLUMNS = 16;

    private final Canvas canvas;
    private final Div body = new Div();
    private final Map<Div, List<Cell>> rows = new LinkedHashMap<>();

    /** A component with the place that it takes in its row. */
    private record Cell(FieldInstance instance, Shown shown, Div place) {}

    Container(Canvas canvas, @Nullable FieldInstance around, List<Integer> indexes) {
        this.canvas = canvas;
        body.addClassName("form-rows");
        var components = around == null
                ? canvas.model().form().components()
                : around.field().components();
        byRow(components).values().forEach(row -> add(row, indexes));
    }

    Div component() {
        return body;
    }

    boolean hasOneRow() {
        return rows.size() == 1;
    }

    private static Map<String, List<Field>> byRow(List<Field> components) {
        var rows = new LinkedHashMap<String, List<Field>>();
        components.stream()
                .filter(component ->
                        !component.type().equals("button") && !component.type().equals("expression"))
                .forEach(component -> rows.computeIfAbsent(
                                component.row().orElse("alone " + component.id()), name -> new ArrayList<>())
                        .add(component));
        return rows;
    }

    private void add(List<Field> components, List<Integer> indexes) {
        var row = new Div();
        row.addClassName("form-row");
        var cells = new ArrayList<Cell>();
        for (var component : components) {
            var instance = new FieldInstance(component, indexes);
            var shown = canvas.show(instance);
            var place = new Div(shown.component());
            place.addClassNames("form-cell", "form-" + component.type());
            place.getElement().setAttribute("data-field", instance.path());
            row.add(place);
            canvas.place(instance, place);
            cells.add(new Cell(instance, shown, place));
        }
        rows.put(row, cells);
        body.add(row);
    }

    /** Rows and places follow what is visible; what has no width of its own shares what is left. */
    void follow() {
        rows.forEach((row, cells) -> {
            var visible = cells.stream()
                    .filter(cell -> canvas.model().isVisible(cell.instance()))
                    .toList();
            row.setVisible(!visible.isEmpty());
            var share = share(visible);
            cells.forEach(cell -> {
                cell.place().setVisible(visible.contains(cell));
                var span = cell.instance().field().columns().orElse(share);
                cell.place().getStyle().set("--span", String.valueOf(span));
            });
        });
    }

    private static int share(List<Cell> cells) {
        var taken = cells.stream()
                .flatMap(cell -> cell.instance().field().columns().stream())
                .mapToInt(Integer::intValue)
                .sum();
        var sharing = cells.stream()
                .filter(cell -> cell.instance().field().columns().isEmpty())
                .count();
        return sharing == 0 ? COLUMNS : Math.max((int) ((COLUMNS - Math.min(taken, COLUMNS)) / sharing), 2);
    }

    void focusFirst() {
        rows.values().stream()
                .flatMap(List::stream)
                .filter(cell -> canvas.model().isVisible(cell.instance()))
                .findFirst()
                .ifPresent(cell -> cell.shown().focus());
    }

    /** Takes its components off the screen. */
    void forget() {
        rows.values().stream().flatMap(List::stream).forEach(cell -> {
            canvas.forget(cell.instance());
            cell.shown().forget();
        });
    }
}
