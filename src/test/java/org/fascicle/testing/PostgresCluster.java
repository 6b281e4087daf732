package org.fascicle.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL of the tests' own, started when the machine has its programs, gone at the end: one for all that only use it,
 * and one for each test that kills it. Whoever uses it says {@link NeedsPostgres}.
 */
public final class PostgresCluster implements AutoCloseable {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final AtomicInteger CLUSTERS = new AtomicInteger();
    private static final int TRIES = 40;
    private static final long PAUSE_MILLIS = 250;

    private final Path programs;
    private final Path directory;
    private final int port;
    private final boolean durable;

    private PostgresCluster(Path programs, Path directory, int port, boolean durable) {
        this.programs = programs;
        this.directory = directory;
        this.port = port;
        this.durable = durable;
    }

    /** The JDBC URL of a new, empty database. */
    public static String freshDatabase() {
        return Running.CLUSTER.database();
    }

    /** The JDBC URL of a new, empty schema in a database with others: had at once, where a database takes a while. */
    public static String freshSchema() {
        String name = "schema" + DATABASES.incrementAndGet();
        execute(Running.DATABASE, "CREATE SCHEMA " + name);
        return Running.DATABASE + "&currentSchema=" + name;
    }

    /** A server of the caller's own, that may be killed. */
    public static PostgresCluster own() {
        return start(programs().orElseThrow(), true);
    }

    /** Whether this machine has its programs. */
    public static boolean isInstalled() {
        return programs().isPresent();
    }

    /** The JDBC URL of a new, empty database. */
    public String database() {
        String name = "test" + DATABASES.incrementAndGet();
        execute(url("postgres"), "CREATE DATABASE " + name);
        return url(name);
    }

    /** The JDBC URL of this database of it. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=tester";
    }

    /** Where it listens on this machine. */
    public int port() {
        return port;
    }

    /** Executes one statement, as an administrator beside the program would. */
    public static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** Ends every connection to the database of this URL but the one that says so. */
    public static void cutConnections(String url) {
        execute(
                url,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND pid <> pg_backend_pid()");
    }

    /** Kills the server and all its processes as {@code kill -9} does; what it had promised to keep, it has to find again. */
    public void kill() {
        try {
            String pid = Files.readAllLines(directory.resolve("postmaster.pid")).get(0);
            ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            List<ProcessHandle> all =
                    Stream.concat(Stream.of(server), server.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Starts it again after a kill, as soon as the last of its processes has gone. */
    public void startAgain() throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                serve();
                return;
            } catch (IllegalStateException stillThere) {
                if (tries == TRIES) {
                    throw stillThere;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static final class Running {
        static final PostgresCluster CLUSTER = start(programs().orElseThrow(), false);
        static final String DATABASE = CLUSTER.database();
    }

    private static Optional<Path> programs() {
        Stream<Path> onPath =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
        return Stream.concat(debian(), onPath)
                .filter(path -> Files.isExecutable(path.resolve("initdb")))
                .findFirst();
    }

    private static Stream<Path> debian() {
        String[] versions = new File("/usr/lib/postgresql").list();
        return Stream.of(versions == null ? new String[0] : versions)
                .map(version -> Path.of("/usr/lib/postgresql", version, "bin"));
    }

    /** @param durable whether it waits for the disk, as one in a hospital does; one that is never killed need not */
    private static PostgresCluster start(Path programs, boolean durable) {
        String name = "fascicle-postgres-" + ProcessHandle.current().pid() + "-" + CLUSTERS.incrementAndGet();
        PostgresCluster cluster = new PostgresCluster(programs, Path.of("/tmp", name), freePort(), durable);
        cluster.start();
        return cluster;
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void start() {
        run("initdb", "-D", directory.toString(), "-U", "tester", "-A", "trust", "-N", "-E", "UTF8");
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        serve();
    }

    private void serve() {
        String options = "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 -p " + port
                + (durable ? "" : " -c fsync=off");
        run("pg_ctl", "-D", directory.toString(), "-w", "-l", directory + "/log", "-o", options, "start");
    }

    @Override
    public synchronized void close() {
        if (Files.exists(directory)) {
            try {
                run("pg_ctl", "-D", directory.toString(), "-m", "immediate", "stop");
            } catch (IllegalStateException killedBefore) {
                // there is nothing to stop
            } finally {
                delete(directory.toFile());
            }
        }
    }

    private static void delete(File file) {
        File[] inside = file.listFiles();
        Stream.of(inside == null ? new File[0] : inside).forEach(PostgresCluster::delete);
        file.delete();
    }

    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>(asItsOwner());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(new File("/tmp"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(program + " ended with " + process.exitValue());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** PostgreSQL refuses to run as root. */
    private static List<String> asItsOwner() {
        return System.getProperty("user.name").equals("root") ? List.of("runuser", "-u", "postgres", "--") : List.of();
    }
}
