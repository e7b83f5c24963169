package rongtong.ui;

import com.vaadin.browserless.component.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxTester;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.VirtualChildrenList;
import com.vaadin.flow.server.StreamResourceRegistry.ElementStreamResource;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * All that a page tells, as text: elements with their attributes and properties, what is folded, every row of every list with
 * all that the row knows, every choice, and the content of what can be downloaded.
 */
public final class PageState {

    private static final String RESOURCE = "VAADIN/dynamic/resource/";

    private final Function<byte[], String> readable;
    private final StringBuilder state = new StringBuilder();

    private PageState(Function<byte[], String> readable) {
        this.readable = readable;
    }

    /** @param readable says in words what a download holds */
    public static String of(Component page, Function<byte[], String> readable) {
        below(page.getElement()).forEach(PageState::settle);
        var read = new PageState(readable);
        read.element(page.getElement(), 0);
        return read.state.toString();
    }

    /** What is shown only once somebody looks: lists count themselves when they are asked, folds fill when they open. */
    private static void settle(Element element) {
        element.getComponent().ifPresent(component -> {
            if (component instanceof Grid<?> grid) {
                grid.getDataProvider().size(new Query<>());
            } else if (component instanceof Details details) {
                details.setOpened(true);
            } else if (component instanceof NativeDetails details) {
                details.setOpen(true);
                ComponentUtil.fireEvent(details, new NativeDetails.ToggleEvent(details, true));
            }
        });
    }

    private static Stream<Element> below(Element element) {
        return Stream.concat(Stream.of(element), children(element).flatMap(PageState::below));
    }

    private static Stream<Element> children(Element element) {
        var virtual = Stream.<Element>builder();
        if (element.getNode().hasFeature(VirtualChildrenList.class)) {
            element.getNode()
                    .getFeatureIfInitialized(VirtualChildrenList.class)
                    .ifPresent(list -> list.forEachChild(node -> virtual.add(Element.get(node))));
        }
        return Stream.concat(element.getChildren(), virtual.build()).toList().stream();
    }

    private void element(Element element, int depth) {
        line(depth, element.isTextNode() ? element.getText() : element.getTag());
        if (element.isTextNode()) {
            return;
        }
        element.getAttributeNames().sorted().forEach(name -> line(depth + 1, name + "=" + element.getAttribute(name)));
        element.getPropertyNames().sorted().forEach(name -> line(depth + 1, name + ":" + element.getPropertyRaw(name)));
        element.getComponent().ifPresent(component -> {
            if (component instanceof Grid<?> grid) {
                rows(grid, depth + 1);
            } else if (component instanceof ComboBox<?> box
                    && box.isEnabled()
                    && box.isVisible()
                    && !box.isReadOnly()) {
                new ComboBoxTester<>(box).getSuggestions().forEach(choice -> line(depth + 1, "? " + choice));
            }
        });
        if (element.hasAttribute("href") && element.getAttribute("href").startsWith(RESOURCE)) {
            line(depth + 1, "download " + download(element));
        }
        children(element).forEach(child -> element(child, depth + 1));
    }

    private void line(int depth, String words) {
        state.append(" ".repeat(depth)).append(withoutRandom(words)).append('\n');
    }

    /** The address of a download is made anew for each page, so that nobody guesses it; its content is compared. */
    private static String withoutRandom(String words) {
        return words.replaceAll(RESOURCE + "\\d+/[0-9a-f-]{36}", RESOURCE);
    }

    @SuppressWarnings("unchecked")
    private <T> void rows(Grid<T> grid, int depth) {
        var rows = (DataProvider<T, Object>) grid.getDataProvider();
        int total = rows.size(new Query<>());
        line(depth, "rows " + total);
        for (int from = 0; from < total; from += grid.getPageSize()) {
            rows.fetch(new Query<>(from, grid.getPageSize(), List.of(), null, null))
                    .forEach(row -> row(grid, row, depth));
        }
    }

    @SuppressWarnings("unchecked")
    private <T> void row(Grid<T> grid, T row, int depth) {
        line(depth, row instanceof Record ? row.toString() : "row");
        for (var column : grid.getColumns()) {
            var renderer = column.getRenderer();
            if (renderer instanceof ComponentRenderer<?, ?> made) {
                element(
                        ((ComponentRenderer<Component, T>) made)
                                .createComponent(row)
                                .getElement(),
                        depth + 1);
            } else {
                line(depth + 1, GridKt._getFormatted(column, row));
            }
        }
    }

    private String download(Element element) {
        var session = VaadinSession.getCurrent();
        var service = (VaadinServletService) VaadinService.getCurrent();
        var href = element.getAttribute("href");
        var response = new MockHttpServletResponse();
        try {
            var resource = (ElementStreamResource)
                    session.getResourceRegistry().getResource(URI.create(href)).orElseThrow();
            resource.getElementRequestHandler()
                    .handleRequest(
                            new VaadinServletRequest(new MockHttpServletRequest("GET", "/" + href), service),
                            new VaadinServletResponse(response, service),
                            session,
                            element);
        } catch (IOException unreadable) {
            throw new AssertionError(href, unreadable);
        }
        return response.getStatus() + " " + readable.apply(response.getContentAsByteArray());
    }
}
