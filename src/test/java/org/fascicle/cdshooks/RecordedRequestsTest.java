package org.fascicle.cdshooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedRequestsTest {
    private static final Path RECORDED = Path.of("src/test/resources/cdshooks");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            patient-view-with-prefetch             | 200 | Muscle twitching is on the problem list; its history was not taken
            patient-view-with-some-prefetch-failed | 200 | Muscle twitching is on the problem list; its history was not taken
            patient-view-without-prefetch          | 412 |
            order-select-medication                | 200 |
            order-select-laboratory                | 200 | Magnesium is ordered already
            order-sign-laboratory                  | 200 | Magnesium is ordered already""")
    void theSandboxIsAnswered(String name, int status, String summary) throws IOException {
        JsonNode request = CardScene.json(Files.readString(RECORDED.resolve(name + ".json")));
        try (CardScene scene = new CardScene(folder)) {
            HttpResponse<String> answer =
                    scene.call("fasciculation-" + request.path("hook").asText(), request);
            assertEquals(status, answer.statusCode(), answer.body());
            JsonNode cards = CardScene.json(answer.body()).path("cards");
            assertEquals(summary == null ? 0 : 1, cards.size(), cards::toString);
            assertEquals(
                    summary == null ? "" : summary,
                    cards.path(0).path("summary").asText());
        }
    }
}
