package org.fascicle.chart.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.fascicle.chart.remote.ChartServer.Reply;
import org.fascicle.chart.remote.ChartServer.Spoiler;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.fascicle.testing.MovingClock;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threat F3 on a server without transactions: whatever breaks off, the next one finishes it, and nothing is there twice. */
class SequenceTest {
    private static final String NAMES = "http://fascicle.example/part";

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T10:00:00Z"));
    private ChartServer server;
    private State state;

    /** A program that dies: nothing above it can go on. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void start() {
        server = ChartServer.start(folder);
        server.capabilities = Statements.withoutTransactions();
        StatePlace place = StatePlace.at("jdbc:sqlite:" + folder.resolve("state.db"));
        state = State.open(place, Optional.empty(), clock);
    }

    @AfterEach
    void stop() {
        state.close();
        server.close();
    }

    @Test
    void thePartsAreStoredInOrderAndReferToEachOther() {
        Written patient = patient("whole");
        List<Written> written = chart(Bearer.NONE).transact(result("whole", patient));
        assertEquals(
                List.of("RequestGroup", "RiskAssessment", "Provenance", "Patient"),
                written.stream().map(one -> one.key().type()).toList());
        assertWhole("whole", patient);
        assertEquals(
                List.of(), state.entries().all("transaction").keySet().stream().toList());
    }

    @Test
    void f3KilledBeforeAnyRequestTheNextOneFinishesIt() {
        for (int request = 1; request <= 12; request++) {
            String name = "before-" + request;
            Written patient = patient(name);
            RemoteChart dying = chart(dyingAt(request + 1));
            boolean died = dies(() -> dying.transact(result(name, patient)));
            comeBack();
            if (request <= 6) {
                assertTrue(died, "request " + request);
            }
            assertWhole(name, patient);
        }
    }

    @Test
    void f3KilledAfterAnyRequestWasCarriedOutTheNextOneFinishesIt() {
        for (int request = 1; request <= 12; request++) {
            String name = "after-" + request;
            Written patient = patient(name);
            AtomicInteger requests = new AtomicInteger();
            AtomicInteger dead = new AtomicInteger();
            int fatal = request;
            RemoteChart dying = chart(new Tokens(() -> dead.get() > 0));
            server.spoiler = (asked, work) -> {
                if (requests.incrementAndGet() != fatal) {
                    return work.answer();
                }
                work.answer();
                dead.set(1);
                return null;
            };
            dies(() -> dying.transact(result(name, patient)));
            comeBack();
            assertWhole(name, patient);
        }
    }

    @Test
    void whatIsUnderWayIsNotTakenOverWhileItsNodeLives() {
        Written patient = patient("alive");
        RemoteChart dying = chart(dyingAt(6));
        assertTrue(dies(() -> dying.transact(result("alive", patient))));
        server.behave();
        chart(Bearer.NONE);
        assertEquals(List.of(), server.chart.searchAll(Search.of("Provenance")));
        clock.forward(Duration.ofMinutes(3));
        chart(Bearer.NONE);
        assertWhole("alive", patient);
    }

    @Test
    void whatBelongsToAnotherOwnerOrServerIsLeftToThem() {
        Written patient = patient("mine");
        assertTrue(dies(() -> chart(dyingAt(6)).transact(result("mine", patient))));
        clock.forward(Duration.ofMinutes(3));
        new RemoteCharts(state, clock).open(FhirServer.at(server.base(), Bearer.NONE), "another");
        assertEquals(List.of(), server.chart.searchAll(Search.of("Provenance")));
    }

    @Test
    void aServerOutOfOrderInTheMiddleIsFinishedByTheNextWhoComes() {
        Written patient = patient("outage");
        server.spoiler = failingPosts("RequestGroup", 500);
        Fault fault = assertThrows(Fault.class, () -> chart(Bearer.NONE).transact(result("outage", patient)));
        assertEquals(Kind.UNAVAILABLE, fault.kind());
        server.behave();
        chart(Bearer.NONE);
        assertWhole("outage", patient);
    }

    @Test
    void whatTheServerRefusesIsSaidWithHowMuchWasStoredAndIsNotTriedForEver() {
        Written patient = patient("refused");
        server.spoiler = failingPosts("RequestGroup", 422);
        Fault fault = assertThrows(Fault.class, () -> chart(Bearer.NONE).transact(result("refused", patient)));
        assertEquals(Kind.INVALID, fault.kind());
        assertTrue(fault.getMessage().contains("1 of 4 parts"), fault.getMessage());
        assertTrue(state.entries().all("transaction").isEmpty());
        assertEquals("1", server.chart.read(patient.key()).version(), "the update comes last, and was not reached");
    }

    @Test
    void whatWaitsInTheLedgerCannotBeReadThere() {
        Written patient = patient("sealed-name");
        assertTrue(dies(() -> chart(dyingAt(6)).transact(result("sealed-name", patient))));
        String kept =
                state.entries().all("transaction").values().iterator().next().value();
        assertFalse(kept.contains("sealed-name"));
    }

    @Test
    void partsThatReferToEachOtherInACircleAreRefusedBeforeAnythingIsSent() {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        add(
                bundle,
                "urn:uuid:00000000-0000-4000-8000-000000000001",
                risk("urn:uuid:00000000-0000-4000-8000-000000000002"));
        add(
                bundle,
                "urn:uuid:00000000-0000-4000-8000-000000000002",
                risk("urn:uuid:00000000-0000-4000-8000-000000000001"));
        RemoteChart chart = chart(Bearer.NONE);
        server.behave();
        assertEquals(
                Kind.NOT_SUPPORTED,
                assertThrows(Fault.class, () -> chart.transact(bundle)).kind());
        assertEquals(List.of(), server.asked());
    }

    private void comeBack() {
        server.behave();
        clock.forward(Duration.ofMinutes(3));
        chart(Bearer.NONE);
    }

    /** One of each, pointing at each other, and the patient changed once. */
    private void assertWhole(String name, Written patient) {
        List<Stored> risks = byName("RiskAssessment", name);
        List<Stored> groups = byName("RequestGroup", name);
        assertEquals(1, risks.size(), name);
        assertEquals(1, groups.size(), name);
        Key risk = risks.get(0).key();
        RequestGroup group = groups.get(0).as(RequestGroup.class);
        assertEquals(risk.toString(), group.getReasonReferenceFirstRep().getReference(), name);
        List<Stored> provenance = server.chart.searchAll(Search.of("Provenance").where("target", risk.toString()));
        assertEquals(1, provenance.size(), name);
        assertEquals("2", server.chart.read(patient.key()).version(), name);
    }

    private List<Stored> byName(String type, String name) {
        return server.chart.searchAll(Search.of(type).whereToken("identifier", NAMES, name));
    }

    private Written patient(String name) {
        Patient patient = new Patient();
        patient.addIdentifier().setSystem(NAMES).setValue(name);
        return server.chart.create(patient);
    }

    /** The group comes first and refers to what comes later; the Provenance has no name of its own. */
    private static Bundle result(String name, Written patient) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        String riskUrl = "urn:uuid:00000000-0000-4000-8000-00000000000a";
        String groupUrl = "urn:uuid:00000000-0000-4000-8000-00000000000b";
        RequestGroup group = new RequestGroup();
        group.addIdentifier().setSystem(NAMES).setValue(name);
        group.addReasonReference(new Reference(riskUrl));
        add(bundle, groupUrl, group).getRequest().setIfNoneExist("identifier=" + NAMES + "|" + name);
        RiskAssessment risk = risk(patient.key().toString());
        risk.addIdentifier().setSystem(NAMES).setValue(name);
        add(bundle, riskUrl, risk).getRequest().setIfNoneExist("identifier=" + NAMES + "|" + name);
        Provenance provenance = new Provenance();
        provenance.addTarget(new Reference(riskUrl)).addTarget(new Reference(groupUrl));
        add(bundle, "urn:uuid:00000000-0000-4000-8000-00000000000c", provenance);
        bundle.addEntry()
                .setResource(patient.stored().as(Patient.class).setActive(true))
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(patient.key().toString())
                .setIfMatch(patient.stored().etag());
        return bundle;
    }

    private static RiskAssessment risk(String subject) {
        return new RiskAssessment().setStatus(RiskAssessmentStatus.FINAL).setSubject(new Reference(subject));
    }

    private static Bundle.BundleEntryComponent add(Bundle bundle, String url, Resource resource) {
        Bundle.BundleEntryComponent entry = bundle.addEntry().setFullUrl(url).setResource(resource);
        entry.getRequest().setMethod(HTTPVerb.POST).setUrl(resource.fhirType());
        return entry;
    }

    private static Spoiler failingPosts(String type, int status) {
        return (request, work) ->
                request.method().equals("POST") && request.address().endsWith(type)
                        ? Reply.of(status, "")
                        : work.answer();
    }

    private RemoteChart chart(Bearer bearer) {
        return new RemoteCharts(state, clock).open(FhirServer.at(server.base(), bearer), "owner");
    }

    private static Bearer dyingAt(int request) {
        AtomicInteger asked = new AtomicInteger();
        return new Tokens(() -> asked.incrementAndGet() >= request);
    }

    /** Asked for a token before each request, and so the place to die at. */
    private record Tokens(java.util.function.BooleanSupplier isDead) implements Bearer {
        @Override
        public Optional<String> token() {
            if (isDead.getAsBoolean()) {
                throw new Killed();
            }
            return Optional.empty();
        }

        @Override
        public Optional<String> tokenOtherThan(String refused) {
            return Optional.empty();
        }
    }

    private static boolean dies(Runnable work) {
        try {
            work.run();
            return false;
        } catch (Killed killed) {
            return true;
        } catch (Fault answered) {
            return false;
        }
    }
}
