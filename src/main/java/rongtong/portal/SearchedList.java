package rongtong.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableFunction;
import rongtong.shared.Page;
import rongtong.ui.EmptyState;
import rongtong.ui.PageHeader;

/** The page of a public list: what is found by a search, a card each, and how many there are. */
class SearchedList<T> extends Div {

    private static final int LONGEST_SEARCH = 100;

    private final String texts;
    private final SerializableFunction<String, Page<T>> find;
    private final SerializableFunction<T, Component> card;
    private final PageHeader header;
    private final Div list = new Div();

    /**
     * @param texts key of the title; the keys {@code .line} (with the number), {@code .search} and {@code .empty} below it say
     *     the rest
     * @param find what a text finds; all for an empty one
     */
    SearchedList(String texts, SerializableFunction<String, Page<T>> find, SerializableFunction<T, Component> card) {
        this.texts = texts;
        this.find = find;
        this.card = card;
        this.header = new PageHeader(getTranslation(texts));
        addClassName("page");
        list.addClassName("portal-list");
        var search = new TextField(getTranslation(texts + ".search"));
        search.addClassName("portal-search");
        search.setMaxLength(LONGEST_SEARCH);
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show(change.getValue()));
        add(header, search, list);
        show("");
    }

    private void show(String text) {
        var found = find.apply(text);
        header.withLine(getTranslation(texts + ".line", found.total()));
        list.removeAll();
        if (found.items().isEmpty()) {
            list.add(new EmptyState(getTranslation(texts + ".empty")));
        }
        found.items().forEach(item -> list.add(card.apply(item)));
    }

    /** What a list shows of a thing: its name, which leads to its page, and a line. @param more below them */
    static Component card(String address, String name, String line, Component... more) {
        var title = new H2(new Anchor(address, name));
        title.addClassName("list-title");
        var small = new Paragraph(line);
        small.addClassName("list-line");
        var card = new Div(title, small);
        card.add(more);
        card.addClassNames("panel", "portal-card");
        return card;
    }
}
