package org.fascicle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.chart.database.SqliteCopy;
import org.fascicle.cli.Upkeep;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.state.StatePlace;

/**
 * Copies of the embedded stores and the key that seals the state, in a folder. The chart is copied before the state, so that
 * whatever is in the copied chart is in the copied audit trail too.
 */
record Copies(Settings settings) implements Upkeep {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String CHART = "chart.db";
    private static final String STATE = "state.db";
    private static final String KEY = "state.key";

    @Override
    public void backUp(Path folder) {
        Path chart = chart();
        Path state = state();
        makeEmpty(folder);
        SqliteCopy.write(chart, folder.resolve(CHART));
        SqliteCopy.write(state, folder.resolve(STATE));
        if (Files.exists(place().keyFile())) {
            copy(place().keyFile(), folder.resolve(KEY));
        }
    }

    @Override
    public void restore(Path folder) {
        Path chart = chart();
        Path state = state();
        if (Files.exists(state)) {
            throw new Fault(Kind.CONFLICT, "`" + state + "` exists; restore into an empty folder");
        }
        SqliteCopy.restore(folder.resolve(CHART), chart);
        SqliteCopy.restore(folder.resolve(STATE), state);
        if (Files.exists(folder.resolve(KEY))) {
            copy(folder.resolve(KEY), place().keyFile());
        }
    }

    private StatePlace place() {
        return StatePlace.of(settings.find(Setting.STATE), settings.text(Setting.STORE));
    }

    private Path chart() {
        return Optional.of(settings.text(Setting.STORE))
                .filter(store -> store.startsWith(SQLITE))
                .map(store -> Path.of(store.substring(SQLITE.length())))
                .orElseThrow(() -> elsewhere(Setting.STORE));
    }

    private Path state() {
        return place().file().orElseThrow(() -> elsewhere(Setting.STATE));
    }

    private static Fault elsewhere(Setting setting) {
        return new Fault(
                Kind.NOT_SUPPORTED,
                "`" + setting.variable()
                        + "` is no SQLite file; copy it with that server's own tools, such as `pg_dump`");
    }

    private static void makeEmpty(Path folder) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> there = Files.list(folder)) {
                if (there.findAny().isPresent()) {
                    throw new Fault(Kind.CONFLICT, "`" + folder + "` is not empty; name a new folder for the copy");
                }
            }
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("`" + folder + "` cannot be made; check the folder above it", failed);
        }
    }

    /** With its permissions: it is for the owner alone, here and there. */
    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException failed) {
            throw new UncheckedIOException("`" + from + "` cannot be copied to `" + to + "`", failed);
        }
    }
}
