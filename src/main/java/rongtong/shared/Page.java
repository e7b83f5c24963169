package rongtong.shared;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, with the size of the whole.
 *
 * @param page counted from 0
 * @param total how many there are on all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<>(items.stream().<R>map(each).toList(), page, size, total);
    }
}
