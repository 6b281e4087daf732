package org.fascicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fascicle.testing.Browser;
import org.fascicle.testing.HttpAnswer;
import org.fascicle.testing.Page;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started: what is recorded of pages, and of what was refused before any door saw it. */
class AuditedDoorsTest {
    @TempDir
    static Path folder;

    private static Serving serving;

    @BeforeAll
    static void start() {
        serving = start("fascicle", Map.of());
    }

    @AfterAll
    static void stop() {
        serving.close();
    }

    @Test
    void f9_aPageOfALaunchNamesTheClinicianAndThePatient() throws InterruptedException {
        Browser browser = Browser.fresh();
        Page home = launched(browser);
        assertEquals(200, home.status(), home.body());
        String path = home.address().getPath().replaceAll("^(/app/[^/]+/).*", "$1");
        assertEquals(200, browser.get(serving.base() + path + "history").status());

        AuditEvent event = event("type=page&subtype=view");
        assertTrue(event.getOutcomeDesc().matches("PAGE [a-z]+: 200"), event.getOutcomeDesc());
        assertTrue(event.getAgentFirstRep().getAltId().startsWith("Practitioner/"));
        assertTrue(event.getEntityFirstRep().getWhat().getReference().startsWith("Patient/"));
        assertEquals("0", event.getOutcome().toCode());
    }

    @Test
    void f9_aPageWithoutALaunchIsADenial() throws InterruptedException {
        Browser.fresh().get(serving.base() + "/app/" + "x".repeat(43) + "/result/1");

        AuditEvent event = event("type=page&outcome=4");
        assertEquals("unknown", client(event));
        assertEquals("127.0.0.1", event.getAgentFirstRep().getNetwork().getAddress());
    }

    @Test
    void f9_whatTheGateRefusesLeavesAnEventWithTheAddress() throws InterruptedException {
        send("DELETE", "/fhir/Patient/x", "").expect(405);
        send("POST", "/fhir/Patient", " ".repeat(3_000_000)).expect(413);

        for (String status : List.of("405", "413")) {
            AuditEvent event = eventThatSays("subtype=other&outcome=4", "OTHER: " + status);
            assertEquals("unknown", client(event));
            assertEquals("127.0.0.1", event.getAgentFirstRep().getNetwork().getAddress());
        }
    }

    @Test
    void f9_feedbackToACardIsRecordedAsThat() throws InterruptedException {
        send("POST", "/cds-services/fasciculation-patient-view/feedback", "{}").expect(401);

        AuditEvent event = event("type=cds-hooks&subtype=feedback");
        assertEquals("FEEDBACK: 401", event.getOutcomeDesc());
    }

    @Test
    void f9_whoIsTooFastLeavesOneEventASecondAndNotAFloodOfThem() throws InterruptedException {
        try (Serving slow = start("slow", Map.of("FASCICLE_RATE", "5"))) {
            long refused = 0;
            for (int i = 0; i < 120; i++) {
                HttpAnswer answer = HttpAnswer.to(HttpRequest.newBuilder(URI.create(slow.base() + "/fhir/Patient/none"))
                        .build());
                if (answer.status() == 429) {
                    assertEquals("1", answer.header("Retry-After"));
                    refused++;
                }
            }
            assertTrue(refused > 20, refused + " refused");
            HttpAnswer found = awaited(slow);
            long recorded = Pattern.compile("OTHER: 429")
                    .matcher(found.body())
                    .results()
                    .count();
            assertTrue(recorded >= 1 && recorded < refused, recorded + " recorded of " + refused);
        }
    }

    /** Who was too fast may ask again soon. */
    private static HttpAnswer awaited(Serving slow) throws InterruptedException {
        URI trail = URI.create(slow.base() + "/fhir/AuditEvent?_count=500&subtype=other");
        HttpAnswer answer = HttpAnswer.to(HttpRequest.newBuilder(trail).build());
        for (int i = 0; i < 100 && (answer.status() == 429 || !answer.body().contains("OTHER: 429")); i++) {
            Thread.sleep(400);
            answer = HttpAnswer.to(HttpRequest.newBuilder(trail).build());
        }
        return answer;
    }

    /** Alone, as from a bookmark: signs in, picks the first patient, allows everything. */
    private static Page launched(Browser browser) throws InterruptedException {
        Page signIn = browser.follow(browser.get(serving.base() + "/launch"));
        Page picker = browser.follow(browser.post(
                at("/authority/sign-in"),
                Map.of("clinician", first(signIn, "clinician"), "request", signIn.hidden("request"))));
        Page consent = browser.follow(browser.post(
                at("/authority/patient"),
                Map.of("patient", first(picker, "patient"), "request", picker.hidden("request"))));
        StringBuilder allowed = new StringBuilder("decision=allow&request=" + consent.hidden("request"));
        Pattern.compile("name=\"scope\" value=\"([^\"]*)\" checked")
                .matcher(consent.body())
                .results()
                .forEach(
                        scope -> allowed.append("&scope=").append(scope.group(1).replace("?", "%3F")));
        return browser.follow(browser.post(at("/authority/consent"), allowed.toString()));
    }

    private static String first(Page page, String field) {
        var choice = Pattern.compile("name=\"" + field + "\"[^>]* value=\"([^\"]+)\"")
                .matcher(page.body());
        assertTrue(choice.find(), page.body());
        return choice.group(1);
    }

    private static AuditEvent event(String query) throws InterruptedException {
        return eventThatSays(query, "");
    }

    /** The newest that is found so; events of reads come a moment later. */
    private static AuditEvent eventThatSays(String query, String words) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            Bundle found = send("GET", "/fhir/AuditEvent?_count=20&" + query, "")
                    .expect(200)
                    .as(Bundle.class);
            for (Bundle.BundleEntryComponent entry : found.getEntry()) {
                AuditEvent event = (AuditEvent) entry.getResource();
                if (event.getOutcomeDesc().contains(words)) {
                    return event;
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no event for " + query + " that says " + words);
    }

    private static String client(AuditEvent event) {
        return event.getAgentFirstRep().getWho().getIdentifier().getValue();
    }

    private static Serving start(String name, Map<String, String> more) {
        Map<String, String> settings = new java.util.HashMap<>(more);
        settings.put("FASCICLE_PORT", "0");
        settings.put("FASCICLE_STORE", "jdbc:sqlite:" + folder.resolve(name + ".db"));
        return Serving.start(Settings.from(settings), Clock.systemUTC());
    }

    private static HttpAnswer send(String method, String path, String body) {
        return HttpAnswer.to(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/fhir+json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    private static URI at(String path) {
        return URI.create(serving.base() + path);
    }
}
