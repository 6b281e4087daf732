package org.fascicle.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Patients nobody here wrote: Synthea makes them, from a fixed seed, in a JVM and on a class path of its own. Maven finds
 * its jars; nothing of it is shipped or committed. Takes minutes, and keeps what it made under {@code target}.
 */
public final class GeneratedPatients {
    private static final Path FOLDER = Path.of("target", "generated-patients");
    private static final Path POM = Path.of("src", "test", "resources", "synthea", "pom.xml");
    private static final int MINUTES = 20;
    private static final String INCLUDED =
            "Patient,Observation,Condition,MedicationRequest,Medication,Procedure" + ",DiagnosticReport,ServiceRequest";

    private GeneratedPatients() {}

    /** The Bundles of at least so many living patients, one file each. */
    public static List<Path> bundles(int patients) {
        Path made = FOLDER.resolve(String.valueOf(patients));
        Path bundles = made.resolve("fhir");
        if (Files.notExists(made.resolve("done"))) {
            generate(patients, made);
        }
        try (Stream<Path> files = Files.list(bundles)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static void generate(int patients, Path made) {
        try {
            Files.createDirectories(made);
            Path classPath = FOLDER.resolve("classpath.txt").toAbsolutePath();
            run(List.of(
                    "mvn",
                    "-q",
                    "-B",
                    "-f",
                    POM.toString(),
                    "dependency:build-classpath",
                    "-Dmdep.outputFile=" + classPath));
            run(synthea(patients, made, Files.readString(classPath).strip()));
            Files.createFile(made.resolve("done"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> synthea(int patients, Path made, String classPath) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-cp", classPath, "App"));
        command.addAll(List.of("-s", "20261120", "-cs", "20261120", "-r", "20261120", "-e", "20261120"));
        command.addAll(List.of("-p", String.valueOf(patients)));
        command.add("--exporter.baseDirectory=" + made.toAbsolutePath());
        command.add("--exporter.years_of_history=3");
        command.add("--exporter.fhir.included_resources=" + INCLUDED);
        command.add("--exporter.hospital.fhir.export=false");
        command.add("--exporter.practitioner.fhir.export=false");
        command.add("Massachusetts");
        return command;
    }

    private static void run(List<String> command) throws IOException {
        Path log = FOLDER.resolve("log.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("`" + command.get(0) + "` failed: see `" + log + "`");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while generating patients", stopped);
        } finally {
            process.destroy();
        }
    }
}
