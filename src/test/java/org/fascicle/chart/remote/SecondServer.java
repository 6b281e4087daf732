package org.fascicle.chart.remote;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A FHIR server that others made: HAPI's JPA server, in a Java of its own with a class path of its own, which Maven resolves
 * from {@code src/test/second-server}. Starts in one to three minutes.
 */
final class SecondServer implements AutoCloseable {
    private static final Path HOME = Path.of("src/test/second-server");
    private static final String LISTENING = "listening ";

    private final Process process;
    private final int port;

    private SecondServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static SecondServer start(Path folder) throws IOException, InterruptedException {
        Path classPath = folder.resolve("class-path.txt");
        resolve(classPath);
        Path log = folder.resolve("second-server.log");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx1500m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        Files.readString(classPath).strip(),
                        HOME.resolve("JpaServer.java").toString())
                .redirectError(log.toFile())
                .start();
        return new SecondServer(process, port(process, log));
    }

    private static void resolve(Path classPath) throws IOException, InterruptedException {
        Process maven = new ProcessBuilder(
                        "mvn",
                        "-q",
                        "-f",
                        HOME.resolve("pom.xml").toString(),
                        "dependency:build-classpath",
                        "-Dmdep.outputFile=" + classPath.toAbsolutePath(),
                        "-Dmdep.includeScope=runtime")
                .redirectErrorStream(true)
                .redirectOutput(new File(classPath + ".log"))
                .start();
        if (!maven.waitFor(10, TimeUnit.MINUTES) || maven.exitValue() != 0) {
            throw new IllegalStateException(
                    "the second server's class path cannot be had: " + Files.readString(Path.of(classPath + ".log")));
        }
    }

    /** Its last word before it serves. */
    private static int port(Process process, Path log) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(LISTENING)) {
                return Integer.parseInt(line.substring(LISTENING.length()).strip());
            }
        }
        throw new UncheckedIOException(new IOException("the second server did not start: " + Files.readString(log)));
    }

    String base() {
        return "http://localhost:" + port + "/fhir";
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
