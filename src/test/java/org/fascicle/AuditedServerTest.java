package org.fascicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fascicle.testing.CaseInChart;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.HttpAnswer;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The program as it is started, with the practice's ward: what it records of those who ask, and what it logs. */
class AuditedServerTest {
    private static final String CASE = "calf-one-week";
    private static final String FREE_TEXT = "right thumb and first finger abduction, 4 of 5";
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final Logger OURS = (Logger) LoggerFactory.getLogger("org.fascicle");
    private static final ListAppender<ILoggingEvent> LINES = new ListAppender<>();

    @TempDir
    static Path folder;

    private static Level usual;
    private static Serving serving;

    @BeforeAll
    static void start() {
        LINES.start();
        usual = OURS.getLevel();
        OURS.setLevel(Level.DEBUG);
        ROOT.addAppender(LINES);
        serving = Serving.start(
                Settings.from(
                        Map.of("FASCICLE_PORT", "0", "FASCICLE_STORE", "jdbc:sqlite:" + folder.resolve("fascicle.db"))),
                Clock.systemUTC());
        send("POST", "/fhir", new CaseInChart(example(CASE)).json()).expect(200);
    }

    @AfterAll
    static void stop() {
        serving.close();
        ROOT.detachAppender(LINES);
        OURS.setLevel(usual);
    }

    @Test
    void f9_everyInteractionLeavesAnEventThatNamesThePatient() throws InterruptedException {
        String patient = patient();
        String path = "/fhir/Patient/" + patient;
        get(path).expect(200);
        get(path + "/_history/1").expect(200);
        get(path + "/_history").expect(200);
        get("/fhir/Observation?patient=Patient/" + patient).expect(200);
        send("PUT", path, get(path).body()).expect(200);
        send("POST", "/fhir/Observation", observation(patient)).expect(201);
        send("POST", "/fhir/QuestionnaireResponse/" + CASE + "/$assess", "").expect(200);

        for (String subtype :
                List.of("read", "vread", "history", "search", "update", "create", "transaction", "operation")) {
            AuditEvent event = event("patient=Patient/" + patient + "&subtype=" + subtype);
            assertEquals("rest", event.getType().getCode());
            assertEquals("0", event.getOutcome().toCode());
            assertEquals("127.0.0.1", event.getAgentFirstRep().getNetwork().getAddress());
            assertTrue(event.getEntity().stream()
                    .anyMatch(entity -> entity.getWhat().getReference().equals("Patient/" + patient)));
        }
        assertEquals(
                "assess: 200", event("subtype=operation&patient=" + patient).getOutcomeDesc());
    }

    @Test
    void f9_anExplanationLeavesAnEventThatNamesThePatient() throws InterruptedException {
        String explained = "weakness-not-asked";
        send("POST", "/fhir", new CaseInChart(example(explained)).json()).expect(200);
        get("/fhir/QuestionnaireResponse/" + explained + "/$explain").expect(200);

        AuditEvent event = event("subtype=operation&patient=Patient/p-" + explained);
        assertEquals("explain: 200", event.getOutcomeDesc());
        assertEquals("0", event.getOutcome().toCode());
    }

    @Test
    void f9_aDenialLeavesAnEventOfAnUnknownCaller() throws InterruptedException {
        HttpRequest shown = request("/fhir/Patient/not-for-you")
                .header("Authorization", "Bearer nonsense")
                .build();
        HttpAnswer.to(shown).expect(401);

        AuditEvent event = event("entity=Patient/not-for-you");
        assertEquals("4", event.getOutcome().toCode());
        assertEquals(
                "unknown", event.getAgentFirstRep().getWho().getIdentifier().getValue());
    }

    @Test
    void f9_aRefusedLaunchAndARefusedCallForCardsLeaveEvents() throws InterruptedException {
        assertTrue(get("/callback?state=none&code=none").status() >= 400);
        send("POST", "/cds-services/fasciculation-patient-view", "{}").expect(401);

        assertEquals("4", event("type=launch").getOutcome().toCode());
        assertEquals("4", event("type=cds-hooks").getOutcome().toCode());
    }

    @Test
    void f9_anEventIsReadByItsIdAndWrittenByNobody() throws InterruptedException {
        get("/fhir/Patient/" + patient()).expect(200);
        AuditEvent event = event("subtype=read");
        String path = "/fhir/AuditEvent/" + event.getIdElement().getIdPart();

        assertEquals(
                event.getRecorded(), get(path).expect(200).as(AuditEvent.class).getRecorded());
        String id = "/fhir/AuditEvent?_id=" + event.getIdElement().getIdPart() + "&_lastUpdated=";
        assertTrue(get(id + "ge2020").as(Bundle.class).hasEntry());
        assertFalse(get(id + "lt2020").expect(200).as(Bundle.class).hasEntry());
        assertTrue(send("PUT", path, get(path).body()).status() >= 400);
        assertTrue(send("POST", "/fhir/AuditEvent", get(path).body()).status() >= 400);
    }

    @Test
    void f9_whatWasSearchedForIsNotInTheTrailOnlyByWhat() throws InterruptedException {
        get("/fhir/Patient?family=Sonderling").expect(200);
        AuditEvent event = event("subtype=search");
        Stream<String> queries = event.getEntity().stream()
                .filter(AuditEvent.AuditEventEntityComponent::hasQuery)
                .map(entity -> new String(entity.getQuery(), java.nio.charset.StandardCharsets.UTF_8));

        assertTrue(queries.anyMatch(query -> !query.contains("Sonderling")));
        assertFalse(get("/fhir/AuditEvent?_count=500").body().contains("Sonderling"));
    }

    /** The ward's and the case's patients, in full flow and in trouble. */
    @Test
    void f9_noPatientsNameBirthDateOrAnswerIsInAnyLogOrEvent() throws InterruptedException {
        awaitTheWard();
        Set<String> secrets = secrets();
        assertTrue(secrets.size() > 25, secrets.size() + " words to look for");
        assertTrue(secrets.contains(FREE_TEXT));
        for (Patient patient : all("Patient", Patient.class)) {
            String id = patient.getIdElement().getIdPart();
            get("/fhir/Patient/" + id).expect(200);
            get("/fhir/Observation?patient=" + id).expect(200);
            get("/fhir/Patient?family=" + encoded(patient.getNameFirstRep().getFamily()));
            get("/fhir/Patient?nonsense=" + encoded(patient.getNameFirstRep().getFamily()));
            get("/fhir/Patient/" + id + "?_format="
                    + encoded(patient.getNameFirstRep().getFamily()));
            send("PUT", "/fhir/Patient/other", get("/fhir/Patient/" + id).body())
                    .expect(400);
            send("POST", "/fhir/Patient", get("/fhir/Patient/" + id).body() + "}");
            HttpAnswer.to(request("/fhir/Patient?family="
                                    + encoded(patient.getNameFirstRep().getFamily()))
                            .header("Authorization", "Bearer nonsense")
                            .build())
                    .expect(401);
        }
        for (QuestionnaireResponse response : all("QuestionnaireResponse", QuestionnaireResponse.class)) {
            send(
                    "POST",
                    "/fhir/QuestionnaireResponse/" + response.getIdElement().getIdPart() + "/$assess",
                    "");
        }
        String trail = get("/fhir/AuditEvent?_count=500").expect(200).body();

        assertNone(secrets, trail);
        List.copyOf(LINES.list).forEach(line -> {
            assertNone(secrets, line.getFormattedMessage());
            if (line.getThrowableProxy() != null) {
                assertNone(secrets, String.valueOf(line.getThrowableProxy().getMessage()));
            }
        });
        assertFalse(LINES.list.isEmpty());
    }

    /** The practice fills its ward after the start. */
    private static void awaitTheWard() throws InterruptedException {
        for (int i = 0;
                i < 200
                        && (all("Patient", Patient.class).size() < 11
                                || !secrets().contains(FREE_TEXT));
                i++) {
            Thread.sleep(100);
        }
    }

    private static void assertNone(Set<String> secrets, String text) {
        secrets.forEach(secret -> assertFalse(
                Pattern.compile("(?<![\\w-])" + Pattern.quote(secret) + "(?![\\w-])")
                        .matcher(text)
                        .find(),
                () -> secret + " in " + text.substring(0, Math.min(300, text.length()))));
    }

    private static Set<String> secrets() {
        Set<String> secrets = new TreeSet<>();
        for (Patient patient : all("Patient", Patient.class)) {
            patient.getName().forEach(name -> {
                secrets.add(String.valueOf(name.getFamily()));
                name.getGiven().forEach(given -> secrets.add(given.getValue()));
            });
            secrets.add(patient.getBirthDateElement().getValueAsString());
        }
        all("QuestionnaireResponse", QuestionnaireResponse.class)
                .forEach(response -> response.getItem().forEach(item -> addTexts(item, secrets)));
        secrets.removeIf(secret -> secret == null || secret.length() < 3 || secret.equals("null"));
        return secrets;
    }

    private static void addTexts(QuestionnaireResponseItemComponent item, Set<String> texts) {
        item.getItem().forEach(inner -> addTexts(inner, texts));
        item.getAnswer().forEach(answer -> {
            if (answer.getValue() instanceof StringType text) {
                texts.add(text.getValue());
            }
            answer.getItem().forEach(inner -> addTexts(inner, texts));
        });
    }

    private static <T> List<T> all(String type, Class<T> as) {
        List<T> all = new ArrayList<>();
        get("/fhir/" + type + "?_count=500")
                .expect(200)
                .as(Bundle.class)
                .getEntry()
                .forEach(entry -> all.add(as.cast(entry.getResource())));
        return all;
    }

    /** The newest event that is found so; events of reads come a moment later. */
    private static AuditEvent event(String query) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            Bundle found = get("/fhir/AuditEvent?_count=1&" + query).expect(200).as(Bundle.class);
            if (found.hasEntry()) {
                return (AuditEvent) found.getEntryFirstRep().getResource();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no event for " + query);
    }

    private static ExampleCase example(String name) {
        return ExampleCase.all()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String patient() {
        return get("/fhir/QuestionnaireResponse/" + CASE)
                .expect(200)
                .as(QuestionnaireResponse.class)
                .getSubject()
                .getReferenceElement()
                .getIdPart();
    }

    private static String observation(String patient) {
        return "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},"
                + "\"subject\":{\"reference\":\"Patient/" + patient + "\"}}";
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(String.valueOf(text), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static HttpAnswer get(String path) {
        return HttpAnswer.to(request(path).build());
    }

    private static HttpAnswer send(String method, String path, String body) {
        return HttpAnswer.to(request(path)
                .header("Content-Type", path.startsWith("/cds") ? "application/json" : "application/fhir+json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(serving.base() + path));
    }
}
