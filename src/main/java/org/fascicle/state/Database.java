package org.fascicle.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/** Connections to the database at a place. */
final class Database {
    private static final int CONNECTIONS = 8;
    private static final long WAIT_MILLIS = 10_000;
    private static final String SILENCE_SECONDS = "30";

    private Database() {}

    static HikariDataSource open(StatePlace place) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("state");
        config.setJdbcUrl(place.url());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MILLIS);
        place.file().ifPresentOrElse(file -> embed(config, file), () -> connect(config, place.url()));
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException unreachable) {
            throw new Fault(
                    Kind.UNAVAILABLE,
                    "the state database (`FASCICLE_STATE`) cannot be opened; is it running, and may we use it?",
                    unreachable);
        }
    }

    /** A taken state must stay taken after a power cut: hence full synchronisation. */
    private static void embed(HikariConfig config, Path file) {
        directoryOf(file);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("busy_timeout", "10000");
    }

    /** Of several hosts the one that takes writes; a server that says nothing at all is given up. The URL has the last word. */
    private static void connect(HikariConfig config, String url) {
        config.addDataSourceProperty("socketTimeout", SILENCE_SECONDS);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        if (url.contains(",")) {
            config.addDataSourceProperty("targetServerType", "primary");
        }
    }

    private static void directoryOf(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException failed) {
            throw new UncheckedIOException("the directory of `" + file + "` cannot be made", failed);
        }
    }
}
