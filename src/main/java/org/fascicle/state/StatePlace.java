package org.fascicle.state;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the state is kept.
 *
 * @param url a JDBC URL of SQLite or PostgreSQL; may hold a password
 * @param keyFile where a key is made when none is given
 */
public record StatePlace(String url, Path keyFile) {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRES = "jdbc:postgresql:";
    private static final Path DATA = Path.of("data");

    /**
     * The given place; without one, a file of its own beside an embedded chart store, or the chart's own PostgreSQL.
     *
     * @param given {@code FASCICLE_STATE}
     * @param store {@code FASCICLE_STORE}
     */
    public static StatePlace of(Optional<String> given, String store) {
        return given.map(StatePlace::at).orElseGet(() -> standard(store));
    }

    public static StatePlace at(String url) {
        if (url.startsWith(SQLITE) && !path(url).isEmpty() && !path(url).startsWith(":")) {
            Path file = Path.of(path(url));
            return new StatePlace(url, file.resolveSibling(stem(file) + ".key"));
        }
        if (url.startsWith(POSTGRES)) {
            return new StatePlace(url, DATA.resolve("fascicle-state.key"));
        }
        throw new IllegalArgumentException(
                "`FASCICLE_STATE` (without it, `FASCICLE_STORE`) must be `jdbc:sqlite:` with a file or `jdbc:postgresql:` with a database");
    }

    private static StatePlace standard(String store) {
        if (store.startsWith(POSTGRES)) {
            return at(store);
        }
        Path chart = store.startsWith(SQLITE) ? Path.of(path(store)) : DATA.resolve("fascicle.db");
        return at(SQLITE + chart.resolveSibling(stem(chart) + "-state.db"));
    }

    private static String path(String url) {
        return url.substring(SQLITE.length()).replaceFirst("\\?.*$", "");
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    /** A file of this machine beside the key. */
    public Path beside(String ending) {
        return keyFile.resolveSibling(stem(keyFile) + ending);
    }

    /** The file, when the place is an embedded one. */
    public Optional<Path> file() {
        return url.startsWith(SQLITE) ? Optional.of(Path.of(path(url))) : Optional.empty();
    }

    @Override
    public String toString() {
        return "StatePlace[" + url.replaceFirst("^(jdbc:[a-z]+:).*$", "$1") + "]";
    }
}
