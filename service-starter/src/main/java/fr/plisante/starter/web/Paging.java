package fr.plisante.starter.web;

import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for ({@code ?cursor=&limit=}); a controller method takes it as a parameter. The store is
 * asked for one item more than is shown, so that the last page says that it is the last.
 *
 * @param cursor the {@code next} of the page before; null for the first page
 */
public record Paging(@Nullable String cursor, int limit) {

    static final int USUAL = 50;
    static final int MOST = 200;

    /** Where to go on, or null for the first page; what cannot be read is refused. */
    public <C> @Nullable C after(Function<String, C> read) {
        if (cursor == null) {
            return null;
        }
        try {
            return read.apply(cursor);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException _) {
            throw CommonRefusals.cursorInvalid();
        }
    }

    /** Reads a cursor that counts, such as a modSeq: from 0 on. */
    public static Long number(String cursor) {
        var number = Long.valueOf(cursor);
        if (number < 0) {
            throw new IllegalArgumentException("A cursor counts from 0, not from " + cursor);
        }
        return number;
    }

    /** How many items to read. */
    public int fetch() {
        return limit + 1;
    }

    /** The page of what was read; {@code cursor} says of an item what the page after it begins behind. */
    public <T> Page<T> page(List<T> fetched, Function<? super T, ?> cursor) {
        if (fetched.size() <= limit) {
            return new Page<>(fetched, null);
        }
        var shown = fetched.subList(0, limit);
        return new Page<>(shown, String.valueOf(cursor.apply(shown.getLast())));
    }
}
