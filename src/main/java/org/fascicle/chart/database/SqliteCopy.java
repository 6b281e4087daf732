package org.fascicle.chart.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.sqlite.SQLiteConfig;

/** Copies of a SQLite file, whole and at one moment, whoever writes to it meanwhile; nothing in it is changed. */
public final class SqliteCopy {
    private static final int BUSY_MILLIS = 60_000;

    private SqliteCopy() {}

    /** Writes a copy to a new file that only its owner may read. Fault: conflict, not found, unavailable. */
    public static void write(Path from, Path copy) {
        if (Files.notExists(from)) {
            throw new Fault(Kind.NOT_FOUND, "there is no `" + from + "`; check `FASCICLE_STORE` and `FASCICLE_STATE`");
        }
        if (Files.exists(copy)) {
            throw new Fault(Kind.CONFLICT, "`" + copy + "` exists; name a new place for the copy");
        }
        try {
            vacuum(from, copy);
            keepToOwner(copy);
            try (FileChannel written = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                written.force(true);
            }
        } catch (SQLException | IOException failed) {
            throw new Fault(Kind.UNAVAILABLE, "`" + from + "` cannot be copied to `" + copy + "`", failed);
        }
    }

    /** Puts a copy where nothing is. Fault: conflict, invalid when the copy is damaged, unavailable. */
    public static void restore(Path copy, Path to) {
        for (Path there : new Path[] {to, to.resolveSibling(to.getFileName() + "-wal")}) {
            if (Files.exists(there)) {
                throw new Fault(Kind.CONFLICT, "`" + there + "` exists; restore into an empty folder");
            }
        }
        try {
            requireWhole(copy);
            Files.createDirectories(to.toAbsolutePath().getParent());
            Path partial = to.resolveSibling(to.getFileName() + ".partial");
            Files.copy(copy, partial, StandardCopyOption.REPLACE_EXISTING);
            keepToOwner(partial);
            try (FileChannel written = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(partial, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException | IOException failed) {
            throw new Fault(Kind.UNAVAILABLE, "`" + copy + "` cannot be put in the place of `" + to + "`", failed);
        }
    }

    private static void vacuum(Path from, Path copy) throws SQLException {
        try (Connection connection = open(from);
                PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, copy.toString());
            statement.executeUpdate();
        }
    }

    private static void requireWhole(Path copy) throws SQLException {
        try (Connection connection = open(copy);
                PreparedStatement statement = connection.prepareStatement("PRAGMA integrity_check(1)");
                ResultSet said = statement.executeQuery()) {
            if (!said.next() || !said.getString(1).equals("ok")) {
                throw new Fault(Kind.INVALID, "the copy `" + copy + "` is damaged; take another one");
            }
        }
    }

    private static Connection open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    private static void keepToOwner(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
