package rongtong.workflow;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list.
 *
 * @param service key of a service; null for all
 * @param text part of title, number or step name; null for all
 * @param due only what is due on this day; null for all, and only for the tasks to do
 * @param page from 0
 * @param size 1 to 200
 */
public record TaskQuery(
        View view,
        @Nullable String service,
        @Nullable String text,
        boolean overdue,
        @Nullable LocalDate due,
        Sort sort,
        int page,
        int size) {

    public TaskQuery(
            View view,
            @Nullable String service,
            @Nullable String text,
            boolean overdue,
            Sort sort,
            int page,
            int size) {
        this(view, service, text, overdue, null, sort, page, size);
    }

    /** 待办、已办、我发起、抄送. */
    public enum View {
        TODO,
        DONE,
        STARTED,
        COPIED
    }

    /** Order of the list; the legal deadline first by default. */
    public enum Sort {
        DUE,
        NEWEST,
        TITLE
    }

    public static TaskQuery todo() {
        return new TaskQuery(View.TODO, null, null, false, Sort.DUE, 0, 20);
    }
}
