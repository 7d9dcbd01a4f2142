package fr.plisante.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code access.txt}: what each caller gets from each route of each service. */
record AccessTable(List<Line> lines) {

    private static final String EVERY_SERVICE = "*";
    private static final String NOT_ASKED = "-";
    private static final int COLUMNS = 9;

    /** One route and what becomes of each caller. */
    record Line(String service, String route, List<String> wanted, String with) {

        boolean isOf(String name) {
            return service.equals(name) || service.equals(EVERY_SERVICE);
        }

        String wanted(AccessCaller caller) {
            return wanted.get(caller.ordinal());
        }

        boolean asks(AccessCaller caller) {
            return !wanted(caller).equals(NOT_ASKED);
        }

        String method() {
            var method = route.split(" ")[0];
            return method.equals("ANY") ? "GET" : method;
        }

        /** The address with real ids in it. */
        String path(Map<String, String> ids) {
            return filled(route, ids).split(" ")[1] + (with.startsWith("?") ? filled(with, ids) : "");
        }

        /** What is sent, if anything. */
        @Nullable String content(Map<String, String> ids) {
            return method().equals("GET") || method().equals("DELETE")
                    ? null
                    : with.startsWith("?") ? "contenu" : filled(with, ids);
        }

        String contentType() {
            return with.startsWith("{\"") || with.equals("{}")
                    ? "application/json"
                    : with.startsWith("?") ? "text/plain" : "application/x-www-form-urlencoded";
        }

        /** Whether something inside a mailbox is named, and not the mailbox alone. */
        boolean namesAThing() {
            return route.contains("{mailbox")
                    && List.of("{entry", "{draft", "{upload").stream()
                            .anyMatch(id -> route.contains(id) || with.contains(id));
        }

        private static String filled(String text, Map<String, String> ids) {
            var filled = text;
            for (var id : ids.entrySet()) {
                filled = filled.replace(id.getKey(), id.getValue());
            }
            return filled;
        }
    }

    static AccessTable read() {
        try (var in = AccessTable.class.getResourceAsStream("/access.txt")) {
            return new AccessTable(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(AccessTable::line)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A service's own lines, and those of every service that it has none of its own for. */
    List<Line> of(String service) {
        var own = lines.stream()
                .filter(line -> line.service().equals(service))
                .map(Line::route)
                .toList();
        return lines.stream()
                .filter(line -> line.isOf(service))
                .filter(line -> line.service().equals(service) || !own.contains(line.route()))
                .toList();
    }

    private static Line line(String text) {
        var columns = text.split(" {2,}", COLUMNS + 1);
        if (columns.length < COLUMNS) {
            throw new IllegalArgumentException("access.txt needs " + COLUMNS + " columns: " + text);
        }
        return new Line(
                columns[0],
                columns[1],
                List.of(columns).subList(2, COLUMNS),
                columns.length > COLUMNS ? columns[COLUMNS] : "");
    }
}
