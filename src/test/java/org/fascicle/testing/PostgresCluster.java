package org.fascicle.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A PostgreSQL of the tests' own, started once a run when the machine has its programs, gone at the end. */
public final class PostgresCluster {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Path programs;
    private final Path directory;
    private final int port;

    private PostgresCluster(Path programs, Path directory, int port) {
        this.programs = programs;
        this.directory = directory;
        this.port = port;
    }

    /** The JDBC URL of a new, empty database; skips the test on a machine without PostgreSQL. */
    public static String freshDatabase() {
        assumeTrue(programs().isPresent(), "PostgreSQL is not installed here (apt-get install postgresql)");
        PostgresCluster cluster = Running.CLUSTER;
        String name = "test" + DATABASES.incrementAndGet();
        cluster.run("createdb", "-h", "127.0.0.1", "-p", "" + cluster.port, "-U", "tester", name);
        return "jdbc:postgresql://127.0.0.1:" + cluster.port + "/" + name + "?user=tester";
    }

    private static final class Running {
        static final PostgresCluster CLUSTER = start(programs().orElseThrow());
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

    private static PostgresCluster start(Path programs) {
        Path directory =
                Path.of("/tmp", "fascicle-postgres-" + ProcessHandle.current().pid());
        PostgresCluster cluster = new PostgresCluster(programs, directory, freePort());
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
        String options = "-c listen_addresses=127.0.0.1 -c fsync=off -c unix_socket_directories= -p " + port;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        run("pg_ctl", "-D", directory.toString(), "-w", "-l", directory + "/log", "-o", options, "start");
    }

    private void stop() {
        run("pg_ctl", "-D", directory.toString(), "-m", "immediate", "stop");
        delete(directory.toFile());
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
