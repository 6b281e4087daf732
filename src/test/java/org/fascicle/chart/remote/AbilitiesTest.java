package org.fascicle.chart.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fascicle.chart.Key;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.fascicle.chart.remote.ChartServer.Reply;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbilitiesTest {
    @TempDir
    Path folder;

    private ChartServer server;
    private State state;

    @BeforeEach
    void start() {
        server = ChartServer.start(folder);
        StatePlace place = StatePlace.at("jdbc:sqlite:" + folder.resolve("state.db"));
        state = State.open(place, Optional.empty(), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        state.close();
        server.close();
    }

    @Test
    void aServerThatCanDoAllHasNoShortcomings() {
        assertEquals(List.of(), Abilities.of(Statements.full()).shortcomings());
        assertEquals(List.of(), Abilities.UNKNOWN.shortcomings());
    }

    @Test
    void whatAServerCannotDoIsNamed() {
        CapabilityStatement statement = Statements.withoutTransactions();
        Statements.without(statement, TypeRestfulInteraction.CREATE, "RiskAssessment");
        Statements.without(statement, TypeRestfulInteraction.SEARCHTYPE, "MedicationStatement");
        Statements.resource(statement, "Observation")
                .getSearchParam()
                .removeIf(one -> one.getName().equals("code"));
        assertEquals(
                List.of(
                        "cannot search `MedicationStatement`: what it holds stays unknown",
                        "cannot search `Observation` by `code`: more is read and chosen here",
                        "cannot store `RiskAssessment`",
                        "has no transactions: results are written in order, and finished after a break"),
                Abilities.of(statement).shortcomings());
    }

    @Test
    void aServerOfAnotherFhirIsRefused() {
        CapabilityStatement statement = Statements.full().setFhirVersion(FHIRVersion._3_0_1);
        Fault fault = assertThrows(Fault.class, () -> Abilities.of(statement));
        assertEquals(Kind.NOT_SUPPORTED, fault.kind());
        assertTrue(fault.getMessage().contains("`3.0.1`"));
    }

    @Test
    void aServerIsAskedOnceWhatItCanDoAndOneThatDoesNotSayIsTried() {
        RemoteCharts charts = charts();
        charts.open(place(), "a");
        charts.open(place(), "b");
        assertEquals(1, asked("metadata"));
        server.behave();
        server.spoiler = (request, work) -> request.address().endsWith("metadata") ? Reply.of(403, "") : work.answer();
        RemoteChart chart = charts().open(place(), "a");
        assertFalse(chart.abilities().isTold());
        assertEquals(List.of(), chart.searchAll(Search.of("Patient")));
    }

    @Test
    void whatTheServerCannotSearchByIsChosenHere() {
        Key patient = server.chart.create(new Patient()).key();
        for (int day = 1; day <= 9; day++) {
            observe(patient, day % 3 == 0 ? "2823-3" : "718-7", day);
        }
        server.capabilities = Statements.full();
        Statements.resource(server.capabilities, "Observation")
                .getSearchParam()
                .removeIf(one -> List.of("code", "date").contains(one.getName()));
        RemoteChart chart = charts().open(place(), "a");
        Search search = Search.of("Observation")
                .where("patient", patient.toString())
                .whereToken("code", "http://loinc.org", "2823-3", "2601-3")
                .where("date", "ge2026-01-04");
        assertEquals(
                List.of("2026-01-06", "2026-01-09"),
                chart.searchAll(search).stream()
                        .map(stored -> stored.as(Observation.class)
                                .getEffectiveDateTimeType()
                                .getValueAsString())
                        .sorted()
                        .toList());
        assertTrue(server.asked().stream().noneMatch(asked -> asked.address().contains("code=")));
    }

    @Test
    void aPatientMayBeCalledTheSubjectThere() {
        Key patient = server.chart.create(new Patient()).key();
        observe(patient, "2823-3", 1);
        server.capabilities = Statements.full();
        Statements.resource(server.capabilities, "Observation")
                .getSearchParam()
                .removeIf(one -> one.getName().equals("patient"));
        RemoteChart chart = charts().open(place(), "a");
        assertEquals(
                1,
                chart.searchAll(Search.of("Observation").where("patient", patient.toString()))
                        .size());
        assertEquals(1, asked("subject="));
    }

    @Test
    void nothingIsReadOfAllPatientsToFindSomethingOfOne() {
        server.capabilities = Statements.full();
        Statements.resource(server.capabilities, "Observation")
                .getSearchParam()
                .removeIf(one -> List.of("patient", "subject").contains(one.getName()));
        RemoteChart chart = charts().open(place(), "a");
        server.behave();
        Fault fault = assertThrows(
                Fault.class, () -> chart.search(Search.of("Observation").where("patient", "Patient/1")));
        assertEquals(Kind.NOT_SUPPORTED, fault.kind());
        assertTrue(fault.getMessage().contains("`patient`"));
        assertEquals(List.of(), server.asked());
    }

    /** Others' are left out, for they were asked for; of whom nobody can tell whose it is, is not silently nobody's. */
    @Test
    void whereThePatientIsChosenHereWhatMayBeThePatientsIsCounted() {
        Map<String, String> subjects = new LinkedHashMap<>();
        subjects.put("own", "{\"reference\":\"Patient/p1\"}");
        subjects.put("absolute", "{\"reference\":\"" + server.base() + "/Patient/p1\"}");
        subjects.put("other", "{\"reference\":\"Patient/p2\"}");
        subjects.put("elsewhere", "{\"reference\":\"https://other.example/fhir/Patient/p1\"}");
        subjects.put("nameless", "{\"display\":\"Okafor, Maria\"}");
        server.capabilities = Statements.full();
        Statements.resource(server.capabilities, "Observation")
                .getSearchParam()
                .removeIf(one -> List.of("patient", "subject").contains(one.getName()));
        RemoteChart chart = charts().open(place(), "a");
        server.spoiler = (request, work) -> ChartServer.Reply.of(200, observations(subjects));
        Page page = chart.search(Search.of("Observation")
                .where("patient", "Patient/p1")
                .whereToken("code", "http://loinc.org", "2823-3"));
        assertEquals(
                List.of("own", "absolute"),
                page.matches().stream().map(stored -> stored.key().id()).toList());
        assertEquals(2, page.unread());
    }

    private static String observations(Map<String, String> subjects) {
        return "{\"resourceType\":\"Bundle\",\"entry\":["
                + subjects.entrySet().stream()
                        .map(one -> "{\"resource\":{\"resourceType\":\"Observation\",\"id\":\"" + one.getKey()
                                + "\",\"status\":\"final\",\"subject\":" + one.getValue() + "}}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    @Test
    void whatTheServerCannotIncludeIsReadOneByOne() {
        Key patient = server.chart.create(new Patient()).key();
        Key medication = server.chart.create(new Medication()).key();
        for (String target : List.of(medication.toString(), medication.toString(), "Medication/gone")) {
            MedicationRequest request = new MedicationRequest();
            request.setSubject(new Reference(patient.toString()));
            request.setMedication(new Reference(target));
            server.chart.create(request);
        }
        server.capabilities = Statements.full();
        Statements.resource(server.capabilities, "MedicationRequest").addSearchInclude("MedicationRequest:encounter");
        RemoteChart chart = charts().open(place(), "a");
        Page page = chart.search(Search.of("MedicationRequest")
                .where("patient", patient.toString())
                .including("MedicationRequest:medication"));
        assertEquals(3, page.matches().size());
        assertEquals(
                List.of(medication), page.included().stream().map(Stored::key).toList());
        assertEquals(0, asked("_include"));
    }

    @Test
    void aTypeTheServerDoesNotKeepIsNotAskedFor() {
        server.capabilities = Statements.full();
        Statements.without(server.capabilities, TypeRestfulInteraction.SEARCHTYPE, "Procedure");
        Statements.without(server.capabilities, TypeRestfulInteraction.CREATE, "Procedure");
        RemoteChart chart = charts().open(place(), "a");
        server.behave();
        assertEquals(
                Kind.NOT_SUPPORTED,
                assertThrows(Fault.class, () -> chart.search(Search.of("Procedure")))
                        .kind());
        assertEquals(
                Kind.NOT_SUPPORTED,
                assertThrows(Fault.class, () -> chart.create(new org.hl7.fhir.r4.model.Procedure()))
                        .kind());
        assertEquals(List.of(), server.asked());
    }

    @Test
    void whereConditionalCreatesAreNotKnownALostAnswerIsLookedForAndNeverSentAgain() {
        server.capabilities = Statements.full();
        Statements.resource(server.capabilities, "Patient").setConditionalCreate(false);
        RemoteChart chart = charts().open(place(), "a");
        Patient patient = new Patient();
        patient.addIdentifier().setSystem("http://mrn.example").setValue("1");
        Search byMrn = Search.of("Patient").whereToken("identifier", "http://mrn.example", "1");
        server.spoiler = (request, work) -> {
            if (!request.method().equals("POST")) {
                return work.answer();
            }
            work.answer();
            return null;
        };
        Written written = chart.create(patient, byMrn);
        assertEquals(1, server.chart.searchAll(byMrn).size());
        assertEquals(
                1,
                server.asked().stream()
                        .filter(one -> one.method().equals("POST"))
                        .count());
        assertEquals(server.chart.searchAll(byMrn).get(0).key(), written.key());
    }

    @Test
    void aServerWithoutVersionsIsReadAllTheSame() {
        server.spoiler = (request, work) -> {
            Reply reply = work.answer();
            String body = reply.body().replaceAll("\"versionId\":\"[^\"]*\",?", "");
            return new Reply(reply.status(), java.util.Map.of(), body);
        };
        Key patient = server.chart.create(new Patient().setActive(true)).key();
        Stored read = RemoteChart.open(place(), Clock.systemUTC()).read(patient);
        assertEquals("", read.version());
        assertEquals(patient.toString(), read.location());
    }

    private void observe(Key patient, String loinc, int day) {
        Observation observation = new Observation().setStatus(Observation.ObservationStatus.FINAL);
        observation.getCode().addCoding().setSystem("http://loinc.org").setCode(loinc);
        observation.getSubject().setReference(patient.toString());
        observation.setEffective(new DateTimeType("2026-01-0" + day));
        server.chart.create(observation);
    }

    private long asked(String part) {
        return server.asked().stream()
                .filter(one -> one.address().contains(part))
                .count();
    }

    private RemoteCharts charts() {
        return new RemoteCharts(state, Clock.systemUTC());
    }

    private FhirServer place() {
        return FhirServer.at(server.base(), Bearer.NONE);
    }
}
