package org.fascicle;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts the server on a throwaway store, asks it what a visitor asks first, and stops. Run at package time under {@code
 * -XX:ArchiveClassesAtExit}, it leaves the class-data archive that makes the next starts fast.
 */
public final class Rehearsal {
    private static final List<String> FIRST_ASKED = List.of(
            "/",
            "/fhir/metadata",
            "/fhir/Questionnaire/fasciculation-history",
            "/fhir/RiskAssessment?patient=Patient/ada",
            "/about",
            "/health/ready");

    private Rehearsal() {}

    public static void main(String[] none) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("fascicle-rehearsal");
        try (Serving serving = Serving.start(settings(data), Clock.systemDefaultZone())) {
            for (String path : FIRST_ASKED) {
                ask(URI.create(serving.base() + path));
            }
        } finally {
            delete(data);
        }
    }

    private static Settings settings(Path data) {
        return Settings.from(Map.of(
                Setting.PORT.variable(), "0", Setting.STORE.variable(), "jdbc:sqlite:" + data.resolve("fascicle.db")));
    }

    private static void ask(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).build();
        int status = HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
        if (status != 200) {
            throw new IllegalStateException("`" + address.getPath() + "` answered " + status);
        }
    }

    private static void delete(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
