package rongtong.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Parts of a page of which one is open. Which one stays in the address ({@code ?tab=…}), so that it can be bookmarked and
 * sent on; a part is made when it is opened.
 */
public class AddressTabs extends Composite<Div> {

    private static final String PARAMETER = "tab";

    private final String address;
    private final Tabs tabs = new Tabs();
    private final Div body = new Div();
    private final LinkedHashMap<String, SerializableSupplier<Component>> parts = new LinkedHashMap<>();

    /** @param address of the page without parameters */
    public AddressTabs(String address) {
        this.address = address;
        body.addClassName("stack");
        getContent().addClassName("stack");
        getContent().add(tabs, body);
    }

    /** @param word names the part in the address */
    public AddressTabs with(String word, String title, SerializableSupplier<Component> part) {
        var tab = new Tab(title);
        tab.setId("tab-" + word);
        tabs.add(tab);
        parts.put(word, part);
        return this;
    }

    /** Opens what the address asks for, or the first part where it asks for none of them. */
    public AddressTabs open(QueryParameters query) {
        var words = List.copyOf(parts.keySet());
        tabs.setSelectedIndex(Math.max(
                0, query.getSingleParameter(PARAMETER).map(words::indexOf).orElse(0)));
        show(words.get(tabs.getSelectedIndex()));
        tabs.addSelectedChangeListener(change -> {
            var word = words.get(tabs.getSelectedIndex());
            show(word);
            UI.getCurrent()
                    .getPage()
                    .getHistory()
                    .replaceState(null, new Location(address, QueryParameters.simple(Map.of(PARAMETER, word))));
        });
        return this;
    }

    private void show(String word) {
        body.removeAll();
        body.add(Objects.requireNonNull(parts.get(word)).get());
    }
}
