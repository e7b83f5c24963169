package rongtong.form.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import rongtong.form.FieldInstance;
import rongtong.form.FormModel;

/** Renders {@code table}: data to read, page by page, with their number. */
class TableRenderer implements FieldRenderer {

    private static final int MOST_ROWS = 50;

    @Override
    public String type() {
        return "table";
    }

    @Override
    public Shown show(FieldInstance instance, Canvas canvas) {
        return new Table(instance, canvas);
    }

    private static final class Table implements Shown {

        private final FieldInstance instance;
        private final Canvas canvas;
        private final H3 title = new H3();
        private final Span count = new Span();
        private final Div scroll = new Div();
        private final Pages pages;
        private final Div frame = new Div();
        private List<FormModel.Column> columns = List.of();
        private List<Object> rows = List.of();

        private Table(FieldInstance instance, Canvas canvas) {
            this.instance = instance;
            this.canvas = canvas;
            this.pages = new Pages(canvas, this::draw);
            count.addClassName("count");
            scroll.addClassName("form-table-scroll");
            var head = new Div(title, count);
            head.addClassName("form-list-head");
            frame.addClassName("form-data");
            frame.add(head, scroll, pages.component());
        }

        @Override
        public Component component() {
            return frame;
        }

        @Override
        public void follow() {
            var model = canvas.model();
            var nowColumns = model.columns(instance);
            var nowRows = model.rows(instance);
            title.setText(model.label(instance));
            if (!nowColumns.equals(columns) || !nowRows.equals(rows) || scroll.getComponentCount() == 0) {
                columns = nowColumns;
                rows = nowRows;
                pages.turnTo(0);
                draw();
            }
        }

        private void draw() {
            var size = size();
            pages.count((rows.size() + size - 1) / size);
            count.setText(String.valueOf(rows.size()));
            scroll.removeAll();
            if (rows.isEmpty()) {
                var nothing = new Paragraph(canvas.say("form.ui.no-data"));
                nothing.addClassName("form-empty");
                scroll.add(nothing);
            } else {
                scroll.add(table(rows.subList(pages.page() * size, Math.min((pages.page() + 1) * size, rows.size()))));
            }
        }

        private int size() {
            return instance.field().property("rowCount") instanceof Number rowCount && rowCount.intValue() > 0
                    ? Math.min(rowCount.intValue(), MOST_ROWS)
                    : MOST_ROWS;
        }

        private NativeTable table(List<Object> shown) {
            var table = new NativeTable();
            table.addClassName("form-table");
            var head = table.getHead().addRow();
            columns.forEach(column -> {
                var cell = head.addHeaderCell();
                cell.setText(column.title());
                cell.getElement().setAttribute("scope", "col");
                mark(cell, isNumeric(column));
            });
            for (var row : shown) {
                var line = table.getBody().addRow();
                for (var column : columns) {
                    var cell = line.addDataCell();
                    cell.setText(canvas.model().cell(row, column));
                    mark(cell, isNumeric(column));
                }
            }
            return table;
        }

        private boolean isNumeric(FormModel.Column column) {
            var texts = rows.stream()
                    .map(row -> canvas.model().cell(row, column))
                    .filter(text -> !text.isEmpty())
                    .toList();
            return !texts.isEmpty() && texts.stream().allMatch(text -> text.matches("-?[\\d,.]+%?"));
        }

        private static void mark(HasStyle cell, boolean numeric) {
            if (numeric) {
                cell.addClassName("form-numeric");
            }
        }
    }
}
