package org.fascicle.about;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.http.Listener;
import org.fascicle.look.Assets;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AboutTest {
    private static Listener listener;

    @BeforeAll
    static void open() {
        Limits own = Limits.of(Map.of("potassium.same-day.low", 3.2));
        listener = Listener.start("127.0.0.1", 0, context -> new AboutDoor(own, new Assets()).addTo(context));
    }

    @AfterAll
    static void close() {
        listener.close();
    }

    @Test
    void aBrowserIsShownWhatItIsForAndWhatItIsNot() {
        Page page = ask("text/html,application/xhtml+xml,*/*;q=0.8");
        assertEquals(200, page.status());
        for (String said : List.of(
                "Helps a clinician who sees a person with muscle twitching",
                "Not a validated screening instrument",
                "neither CE nor UKCA marked",
                "DCB0129",
                "DCB0160",
                "may fall outside",
                "Funding source",
                "Use of sex",
                "NICE NG127")) {
            assertTrue(page.body().contains(said), said);
        }
    }

    @Test
    void aProgramIsToldTheSame() throws Exception {
        Page page = ask("application/json");
        assertTrue(page.header("Content-Type").startsWith("application/json"));
        JsonNode json = new ObjectMapper().readTree(page.body());
        assertEquals(13, json.path("sourceAttributes").size());
        assertEquals("1.0.0", json.at("/rules/version").asText());
        assertTrue(json.path("legalStatus").toString().contains("no authority has cleared it"));
        assertTrue(json.path("citations").size() > 20);
    }

    @Test
    void theHospitalsOwnThresholdIsTheOneInForce() throws Exception {
        JsonNode json = new ObjectMapper().readTree(ask("application/json").body());
        JsonNode potassium = StreamSupport.stream(json.path("thresholds").spliterator(), false)
                .filter(one -> one.path("key").asText().equals("potassium.same-day.low"))
                .findFirst()
                .orElseThrow();
        assertEquals(3.2, potassium.path("inForce").asDouble());
        assertEquals(3.0, potassium.path("standard").asDouble());
        assertTrue(ask("text/html").body().contains("1 of them set by this hospital"));
    }

    @Test
    void whoAsksForNothingGetsThePage() {
        assertTrue(ask("*/*").header("Content-Type").startsWith("text/html"));
    }

    private static Page ask(String accept) {
        URI address = URI.create("http://127.0.0.1:" + listener.port() + "/about");
        return Browser.fresh().send(HttpRequest.newBuilder(address).header("Accept", accept));
    }
}
