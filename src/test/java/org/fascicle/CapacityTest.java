package org.fascicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapacityTest {
    private static final String ENTRY =
            "{\"resource\":{\"resourceType\":\"Patient\"}," + "\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}}";

    @TempDir
    Path folder;

    @Test
    void c9_theServerTakesWhatItsSettingsAllowAndNoMore() throws Exception {
        try (Serving serving = Serving.start(settings(), Clock.systemUTC())) {
            assertEquals(200, send(serving, transaction(ENTRY + "," + ENTRY)).statusCode());
            HttpResponse<String> many = send(serving, transaction(ENTRY + "," + ENTRY + "," + ENTRY));
            HttpResponse<String> large = send(serving, transaction(ENTRY + " ".repeat(65_536)));

            assertEquals(413, many.statusCode());
            assertTrue(many.body().contains("OperationOutcome") && many.body().contains("2 entries"), many.body());
            assertEquals(413, large.statusCode());
            assertTrue(large.body().contains("OperationOutcome") && large.body().contains("65536"), large.body());
        }
    }

    @Test
    void aLimitOutOfRangeIsNamedBeforeAnythingStarts() {
        for (String variable :
                new String[] {"FASCICLE_MOST_BYTES", "FASCICLE_MOST_ENTRIES", "FASCICLE_STORE_SECONDS"}) {
            String said = assertThrows(IllegalArgumentException.class, () -> Settings.from(Map.of(variable, "0")))
                    .getMessage();

            assertTrue(said.contains("`" + variable + "` is `0`"), said);
        }
    }

    private Settings settings() {
        return Settings.from(Map.of(
                "FASCICLE_PORT", "0",
                "FASCICLE_STORE", "jdbc:sqlite:" + folder.resolve("fascicle.db"),
                "FASCICLE_MOST_BYTES", "65536",
                "FASCICLE_MOST_ENTRIES", "2"));
    }

    private static String transaction(String entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}";
    }

    private static HttpResponse<String> send(Serving serving, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(serving.base() + "/fhir"))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
