package org.fascicle.chart.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.Written;
import org.fascicle.chart.remote.ChartServer.Asked;
import org.fascicle.chart.remote.ChartServer.Reply;
import org.fascicle.chart.remote.ChartServer.Spoiler;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Threat F4: whatever the EHR answers to a write, nothing is there twice and nothing is lost unsaid. */
class LostAnswersTest {
    private static final String MRN = "http://hospital.example/mrn";
    private static final Predicate<Asked> WRITES =
            request -> !request.method().equals("GET") && !request.address().endsWith("_search");

    @TempDir
    static Path folder;

    private static ChartServer server;
    private final String mine = UUID.randomUUID().toString();
    private Chart chart;

    @BeforeAll
    static void start() {
        server = ChartServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        server.behave();
        FhirServer place = FhirServer.at(server.base(), Bearer.NONE).within(Duration.ofMillis(700));
        chart = RemoteChart.open(place, Clock.systemUTC());
    }

    /** Ways in which the first write goes wrong; the server has or has not done it. */
    static Stream<Arguments> misfortunes() {
        return Stream.of(
                Arguments.of("500, not stored", instead(Reply.of(500, ""))),
                Arguments.of("500, stored", after(Reply.of(500, ""))),
                Arguments.of("503 from a gateway, stored", after(Reply.of(503, "<html>busy</html>"))),
                Arguments.of("429, come again at once", instead(new Reply(429, Map.of("Retry-After", "0"), ""))),
                Arguments.of("409, not stored", instead(Reply.of(409, ""))),
                Arguments.of("hung up, not stored", (Spoiler) (request, work) -> null),
                Arguments.of("hung up, stored", (Spoiler) (request, work) -> {
                    work.answer();
                    return null;
                }),
                Arguments.of("timeout, stored", (Spoiler) (request, work) -> {
                    Reply reply = work.answer();
                    pause(1000);
                    return reply;
                }),
                Arguments.of("201 without body, place or tag", after(Reply.of(201, ""))),
                Arguments.of("200 without body, place or tag", after(Reply.of(200, ""))),
                Arguments.of("204", after(Reply.of(204, ""))),
                Arguments.of(
                        "201 with an OperationOutcome",
                        after(Reply.of(201, "{\"resourceType\":\"OperationOutcome\"}"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misfortunes")
    void aConditionalCreateStoresOnceWhateverHappensToTheFirstAnswer(String name, Spoiler misfortune) {
        server.spoiler = firstWrite(misfortune);
        Written written = chart.create(patient("a"), byMrn("a"));
        assertEquals(1, server.chart.searchAll(byMrn("a")).size());
        assertEquals(server.chart.searchAll(byMrn("a")).get(0).key(), written.key());
        assertEquals(
                mine + "a",
                written.stored().as(Patient.class).getIdentifierFirstRep().getValue());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misfortunes")
    void anUpdateOfAVersionStoresOneVersionWhateverHappensToTheFirstAnswer(String name, Spoiler misfortune) {
        Written first = chart.create(patient("a"));
        server.spoiler = firstWrite(misfortune);
        Patient next = first.stored().as(Patient.class).setActive(true);
        try {
            Written written = chart.update(next, first.stored().version());
            assertTrue(written.stored().as(Patient.class).getActive());
            assertEquals("2", written.stored().version());
        } catch (Fault conflict) {
            assertEquals("409, not stored", name);
            assertEquals(Kind.STALE, conflict.kind());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misfortunes")
    void aRepeatableTransactionStoresOnceWhateverHappensToTheFirstAnswer(String name, Spoiler misfortune) {
        server.spoiler = firstWrite(misfortune);
        List<Written> written = chart.transact(transaction());
        assertEquals(1, server.chart.searchAll(byMrn("a")).size());
        assertEquals(
                written.get(0).key().toString(),
                server.chart
                        .read(new Key("RiskAssessment", mine))
                        .as(RiskAssessment.class)
                        .getSubject()
                        .getReference());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misfortunes")
    void aPlainCreateIsSentOnceAndIfItWasLostTheFaultSaysSo(String name, Spoiler misfortune) {
        server.spoiler = firstWrite(misfortune);
        try {
            chart.create(patient("a"));
        } catch (Fault fault) {
            assertTrue(
                    List.of(Kind.UNAVAILABLE, Kind.TOO_MANY, Kind.CONFLICT).contains(fault.kind()),
                    fault.kind().toString());
        }
        assertEquals(1, server.asked().stream().filter(WRITES).count());
    }

    @Test
    void aTransactionThatChangesVersionsIsSentAgainOnlyIfItWasNotCarriedOut() {
        Written first = chart.create(patient("a"));
        Bundle change = change(first);
        server.spoiler = firstWrite((request, work) -> null);
        assertEquals("2", chart.transact(change).get(0).stored().version());

        Written other = chart.create(patient("b"));
        server.spoiler = firstWrite((request, work) -> {
            work.answer();
            return null;
        });
        Fault fault = assertThrows(Fault.class, () -> chart.transact(change(other)));
        assertEquals(Kind.STALE, fault.kind());
        assertEquals("2", server.chart.read(other.key()).version());
    }

    @Test
    void ofTheSameUpdateOursIsRecognisedAndAnothersIsNot() {
        Written first = chart.create(patient("a"));
        server.spoiler = firstWrite((request, work) -> {
            Patient others = first.stored().as(Patient.class).setActive(false);
            server.chart.update(others);
            return null;
        });
        Patient ours = first.stored().as(Patient.class).setActive(true);
        Fault fault = assertThrows(
                Fault.class, () -> chart.update(ours, first.stored().version()));
        assertEquals(Kind.UNAVAILABLE, fault.kind());
        assertFalse(server.chart.read(first.key()).as(Patient.class).getActive());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "400, MALFORMED",
        "401, UNKNOWN_CALLER",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "405, NOT_SUPPORTED",
        "409, CONFLICT",
        "410, GONE",
        "412, MULTIPLE_MATCHES",
        "413, TOO_LARGE",
        "422, INVALID",
        "429, TOO_MANY",
        "500, UNAVAILABLE",
        "501, NOT_SUPPORTED",
        "302, UNAVAILABLE"
    })
    void aRefusalIsToldInOurWordsAndNeverInTheServersOwn(int status, Kind kind) {
        String outcome =
                "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"required\","
                        + "\"diagnostics\":\"Jane Doe, born 1970\",\"expression\":[\"Patient.name\"]}]}";
        server.spoiler = (request, work) -> WRITES.test(request) ? Reply.of(status, outcome) : work.answer();
        Fault fault = assertThrows(Fault.class, () -> chart.create(patient("secret-17"), byMrn("secret-17")));
        assertEquals(kind, fault.kind());
        assertTrue(fault.getMessage().contains("`POST Patient`"), fault.getMessage());
        assertTrue(fault.getMessage().contains(Integer.toString(status)));
        assertEquals("Patient.name", fault.issues().get(0).expression());
        assertEquals("required", fault.issues().get(0).code());
        String everything = fault.getMessage() + fault.issues();
        assertFalse(everything.contains("Jane") || everything.contains("secret-17"), everything);
    }

    @Test
    void aReadIsAskedAgainAfterAFailureAndWaitsAsLongAsItIsTold() {
        Written first = chart.create(patient("a"));
        AtomicInteger reads = new AtomicInteger();
        server.spoiler = (request, work) ->
                reads.incrementAndGet() == 1 ? new Reply(429, Map.of("Retry-After", "1"), "") : work.answer();
        long start = System.nanoTime();
        assertEquals(first.key(), chart.read(first.key()).key());
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() >= 1000);
        assertEquals(2, reads.get());
    }

    @Test
    void aServerThatWantsALongPauseIsLeftAloneAndTheFaultSaysHowLong() {
        server.spoiler = (request, work) -> new Reply(429, Map.of("Retry-After", "120"), "");
        Fault fault = assertThrows(Fault.class, () -> chart.searchAll(byMrn("a")));
        assertEquals(Kind.TOO_MANY, fault.kind());
        assertTrue(fault.getMessage().contains("120 s"), fault.getMessage());
        assertEquals(1, server.asked().size());
    }

    @Test
    void aServerThatStaysOutOfOrderIsAskedThreeTimes() {
        server.spoiler = (request, work) -> Reply.of(500, "");
        assertThrows(Fault.class, () -> chart.searchAll(byMrn("a")));
        assertEquals(3, server.asked().size());
    }

    @Test
    void anAnswerThatNeverEndsIsCutOffAtTheDeadline() {
        server.spoiler = (request, work) -> {
            pause(1500);
            return work.answer();
        };
        long start = System.nanoTime();
        assertThrows(Fault.class, () -> chart.create(patient("a")));
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 1400);
    }

    static Spoiler instead(Reply reply) {
        return (request, work) -> reply;
    }

    static Spoiler after(Reply reply) {
        return (request, work) -> {
            work.answer();
            return reply;
        };
    }

    static Spoiler firstWrite(Spoiler misfortune) {
        AtomicInteger writes = new AtomicInteger();
        return (request, work) -> WRITES.test(request) && writes.incrementAndGet() == 1
                ? misfortune.answer(request, work)
                : work.answer();
    }

    private Bundle transaction() {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        String url = "urn:uuid:0b8f9a40-55cf-4a9e-a3c4-0d6a5e2b1c01";
        bundle.addEntry()
                .setFullUrl(url)
                .setResource(patient("a"))
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Patient")
                .setIfNoneExist("identifier=" + MRN + "|" + mine + "a");
        RiskAssessment risk =
                new RiskAssessment().setStatus(RiskAssessmentStatus.FINAL).setSubject(new Reference(url));
        risk.setId(mine);
        bundle.addEntry()
                .setFullUrl("urn:uuid:0b8f9a40-55cf-4a9e-a3c4-0d6a5e2b1c02")
                .setResource(risk)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl("RiskAssessment/" + mine);
        return bundle;
    }

    private static Bundle change(Written first) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(first.stored().as(Patient.class).setActive(true))
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(first.key().toString())
                .setIfMatch(first.stored().etag());
        return bundle;
    }

    private Search byMrn(String value) {
        return Search.of("Patient").whereToken("identifier", MRN, mine + value);
    }

    private Patient patient(String number) {
        Patient patient = new Patient();
        patient.addIdentifier().setSystem(MRN).setValue(mine + number);
        return patient;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
