package org.fascicle.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own, on a new store, from its start to its end. */
final class Child implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

    private final Process process;
    private final int port;
    private final double seconds;

    private Child(Process process, int port, double seconds) {
        this.process = process;
        this.port = port;
        this.seconds = seconds;
    }

    /** Returns at the first 200 of {@code /fhir/metadata}. */
    static Child start(List<String> command) throws IOException, InterruptedException {
        int port = freePort();
        Path folder = Files.createTempDirectory("fascicle-bench");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "FASCICLE_PORT", "" + port,
                        "FASCICLE_STORE", "jdbc:sqlite:" + folder.resolve("fascicle.db")));
        long begin = System.nanoTime();
        Process process = builder.start();
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE) {
                process.destroyForcibly();
                throw new IllegalStateException("it did not start: " + Files.readString(folder.resolve("log")));
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
        return new Child(process, port, (System.nanoTime() - begin) / 1e9);
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try {
            URI metadata = URI.create("http://127.0.0.1:" + port + "/fhir/metadata");
            return ((HttpURLConnection) metadata.toURL().openConnection()).getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    double seconds() {
        return seconds;
    }

    /** Memory the process holds in MiB, as Linux counts it. */
    double resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Has it collect its garbage. */
    void collect() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        new ProcessBuilder(jcmd, "" + process.pid(), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
