package io.patchbay.platform.jdbc;

import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/** Pages of a list by number, from 1, as addresses name them; the last one where there are not so many. */
public final class NumberedPages {

    /** How much stands on a page. */
    public static final int SIZE = 25;

    private NumberedPages() {}

    /**
     * A row together with how many rows there are on all pages, by {@code count(*) over ()} where they are few: so that a page is
     * one statement.
     *
     * @param total how many there are
     */
    public record Counted<T>(T row, long total) {}

    /** Of rows that the database pages. */
    public static <T> Page<T> read(int wanted, Function<Pageable, List<Counted<T>>> rows) {
        var page = PageRequest.of(Math.max(1, wanted) - 1, SIZE);
        var found = rows.apply(page);
        if (found.isEmpty() && page.getPageNumber() > 0) {
            page = page.withPage(last(total(rows.apply(page.first()))));
            found = rows.apply(page);
        }
        return new PageImpl<>(found.stream().map(Counted::row).toList(), page, total(found));
    }

    /** Of what was read already, because something else needs all of it. */
    public static <T> Page<T> of(List<T> all, int wanted) {
        var page = PageRequest.of(Math.clamp(wanted - 1L, 0, last(all.size())), SIZE);
        var from = (int) page.getOffset();
        return new PageImpl<>(all.subList(from, Math.min(all.size(), from + SIZE)), page, all.size());
    }

    private static int last(long total) {
        return (int) (Math.max(0, total - 1) / SIZE);
    }

    private static <T> long total(List<Counted<T>> found) {
        return found.isEmpty() ? 0 : found.getFirst().total();
    }
}
