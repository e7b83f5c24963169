package rongtong.workflow.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.function.SerializableBiFunction;
import com.vaadin.flow.function.SerializableConsumer;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import rongtong.shared.Page;

/** Feeds a grid page by page; the first page and the total come from one question. */
final class GridPages<T> implements Serializable {

    private static final int PAGE_SIZE = 50;

    private final SerializableBiFunction<Integer, Integer, Page<T>> source;
    private final SerializableConsumer<Long> total;
    private transient @Nullable Page<T> first;

    private GridPages(SerializableBiFunction<Integer, Integer, Page<T>> source, SerializableConsumer<Long> total) {
        this.source = source;
        this.total = total;
    }

    /**
     * @param source answers a page by its number and size
     * @param total told how many there are
     */
    static <T> void feed(
            Grid<T> grid, SerializableBiFunction<Integer, Integer, Page<T>> source, SerializableConsumer<Long> total) {
        var pages = new GridPages<>(source, total);
        grid.setPageSize(PAGE_SIZE);
        grid.setItemsPageable(
                page -> pages.page(page.getPageNumber(), page.getPageSize()).items(), page -> pages.count());
    }

    private long count() {
        var page = source.apply(0, PAGE_SIZE);
        first = page;
        total.accept(page.total());
        return page.total();
    }

    private Page<T> page(int number, int size) {
        var known = first;
        first = null;
        return known != null && number == 0 && size == known.size() ? known : source.apply(number, size);
    }
}
