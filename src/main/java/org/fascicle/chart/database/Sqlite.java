package org.fascicle.chart.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * SQLite in one file, with a write-ahead log: readers are never blocked, and a commit is on the disk before it returns.
 *
 * <p>A file that is deleted under a running process would go on taking writes that nobody finds again; that is why {@link
 * #check} compares the file's identity.
 *
 * @see <a href="https://www.sqlite.org/wal.html">write-ahead logging</a>
 */
record Sqlite(String url, Path file, Object identity, FileStore disk) implements Dialect {
    static final String PREFIX = "jdbc:sqlite:";

    private static final long LEAST_ROOM = 16L << 20;
    private static final int BUSY_MILLIS = 10_000;
    private static final int WRITER_CACHE_KIB = 16 << 10;
    private static final int CHECKPOINT_PAGES = 4_000;

    static Sqlite at(String url) {
        String name = url.substring(PREFIX.length());
        if (name.isEmpty() || name.startsWith(":") || name.startsWith("file:") || name.contains("?")) {
            throw new Fault(
                    Kind.NOT_SUPPORTED, "`" + url + "` names no plain file; write `" + PREFIX + "data/chart.db`");
        }
        Path file = Path.of(name).toAbsolutePath();
        try {
            create(file);
            return new Sqlite(PREFIX + file, file, identity(file).orElseThrow(), Files.getFileStore(file));
        } catch (IOException e) {
            throw new Fault(
                    Kind.UNAVAILABLE,
                    "the store `" + file + "` cannot be created; check the folder and its permissions",
                    e);
        }
    }

    @Override
    public DataSource readers() {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return source(config);
    }

    @Override
    public DataSource writer() {
        SQLiteConfig config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setCacheSize(-WRITER_CACHE_KIB);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(CHECKPOINT_PAGES));
        config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, Long.toString(LEAST_ROOM));
        return source(config);
    }

    @Override
    public Map<String, String> words() {
        return Map.of("key", "INTEGER PRIMARY KEY", "text", "TEXT", "clustered", "WITHOUT ROWID");
    }

    /** An immediate transaction waits for its turn by itself. */
    @Override
    public void beginTurn(Session session) {
        // nothing to add
    }

    @Override
    public void endTurn(Session session) {
        // nothing to add
    }

    @Override
    public boolean isPassing(SQLException failure) {
        return false;
    }

    /** There is nothing between us and the file that could be cut. */
    @Override
    public boolean isLost(SQLException failure) {
        return false;
    }

    @Override
    public void check() {
        try {
            if (!identity(file).filter(identity::equals).isPresent()) {
                throw new Fault(Kind.UNAVAILABLE, "the store `" + file + "` is gone; put it back and start again");
            }
            if (disk.getUsableSpace() < LEAST_ROOM) {
                throw new Fault(Kind.UNAVAILABLE, "the disk of the store `" + file + "` is full; free some space");
            }
        } catch (IOException e) {
            throw new Fault(Kind.UNAVAILABLE, "the disk of the store `" + file + "` does not answer; check it", e);
        }
    }

    @Override
    public void backUp(Session session, Path copy) throws SQLException {
        if (Files.exists(copy)) {
            throw new Fault(Kind.CONFLICT, "`" + copy + "` exists; name a new file for the copy");
        }
        Path partial = copy.resolveSibling(copy.getFileName() + ".partial");
        try {
            Files.deleteIfExists(partial);
            session.update("VACUUM INTO ?", partial.toString());
            try (FileChannel written = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(partial, copy, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Fault(Kind.UNAVAILABLE, "the copy `" + copy + "` cannot be written; check the folder", e);
        }
    }

    /** With SQLite's small cache for each reader: the system caches the file, and ten large ones would be the memory. */
    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        return config;
    }

    private DataSource source(SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url);
        return source;
    }

    /** Only the owner may read what patients told. */
    private static void create(Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try {
            Files.createFile(file);
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (FileAlreadyExistsException another) {
            // it was there before, or another process was faster
        }
    }

    private static Optional<Object> identity(Path file) throws IOException {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return Optional.of(key == null ? file : key);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
