package org.fascicle.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
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
        Optional<StateFile> file = place.file().map(StateFile::at);
        file.ifPresentOrElse(any -> embed(config), () -> connect(config, place.url()));
        try {
            return new Connections(config, file);
        } catch (HikariPool.PoolInitializationException unreachable) {
            throw new Fault(
                    Kind.UNAVAILABLE,
                    "the state database (`FASCICLE_STATE`; without it, `FASCICLE_STORE`) cannot be opened; is it running, and may we use it?",
                    unreachable);
        }
    }

    /** Lends none to a file that has gone. */
    private static final class Connections extends HikariDataSource {
        private final Optional<StateFile> file;

        Connections(HikariConfig config, Optional<StateFile> file) {
            super(config);
            this.file = file;
        }

        @Override
        public Connection getConnection() throws SQLException {
            file.ifPresent(StateFile::requireThere);
            return super.getConnection();
        }
    }

    /** A taken state must stay taken after a power cut: hence full synchronisation. */
    private static void embed(HikariConfig config) {
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("busy_timeout", "10000");
        config.setExceptionOverrideClassName(SpentConnection.class.getName());
    }

    /** Of several hosts the one that takes writes; a server that says nothing at all is given up. The URL has the last word. */
    private static void connect(HikariConfig config, String url) {
        config.addDataSourceProperty("socketTimeout", SILENCE_SECONDS);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        if (url.contains(",")) {
            config.addDataSourceProperty("targetServerType", "primary");
        }
    }
}
