package org.fascicle.assessing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.chart.embedded.EmbeddedChart;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.result.ResultToFhir;
import org.fascicle.fhir.result.Wording;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.ShownResult;
import org.fascicle.testing.Validator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final String WEAK = "coffee-and-weak-hand";

    @TempDir
    Path folder;

    private Chart chart;
    private Assessing assessing;

    @BeforeEach
    void openChart() {
        Interviews interviews = new Interviews(Definitions.published());
        chart = EmbeddedChart.open(
                "jdbc:sqlite:" + folder.resolve("chart.db"),
                CLOCK,
                () -> UUID.randomUUID().toString());
        assessing = new Assessing(
                new ResponseReader(interviews),
                new Judge(Limits.standard()),
                new ResultToFhir(new Wording(interviews.current(), Locale.ENGLISH)),
                CLOCK);
    }

    @AfterEach
    void closeChart() {
        chart.close();
    }

    @Test
    void aStoredResponseIsJudgedWithItsChartAndTheResultStays() {
        String id = store(urgent());
        Result result = assessing.assess(chart, id);
        assertTrue(result.isWritten());
        ShownResult shown = shown(result);
        assertEquals("urgent", shown.urgency());
        assertEquals(1, count("RiskAssessment"));
        assertEquals(1, count("RequestGroup"));
        assertEquals(1, count("Provenance"));
        shown.resources().forEach(Validator::assertValid);
        assertTrue(shown.assessment()
                .getBasisFirstRep()
                .getReference()
                .equals("QuestionnaireResponse/" + id + "/_history/1"));
    }

    @Test
    void everyReferenceOfAStoredResultLeadsSomewhere() {
        Result result = assessing.assess(chart, store(urgent()));
        assertFalse(result.bundle("http://x")
                .replaceAll("\"fullUrl\":\"[^\"]*\"", "")
                .contains("urn:uuid"));
        RequestGroup group = (RequestGroup) shown(result).resources().toList().get(1);
        group.getAction()
                .forEach(action -> chart.read(
                        Key.fromReference(action.getResource().getReference()).orElseThrow()));
    }

    @Test
    void askingAgainWritesNothing() {
        String id = store(urgent());
        Result first = assessing.assess(chart, id);
        Result second = assessing.assess(chart, id);
        assertFalse(second.isWritten());
        assertEquals(first.entries(), second.entries());
        assertEquals(1, count("RiskAssessment"));
    }

    @Test
    void twentyAtOnceWriteOneResult() throws Exception {
        String id = store(urgent());
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Callable<Result>> asks = java.util.Collections.nCopies(20, () -> assessing.assess(chart, id));
        List<Future<Result>> results = threads.invokeAll(asks);
        threads.shutdown();
        Result first = results.get(0).get();
        for (Future<Result> result : results) {
            assertEquals(first.entries(), result.get().entries());
            assertEquals(first.entries().size(), result.get().entries().size());
        }
        assertEquals(1, count("RiskAssessment"));
        assertEquals(1, count("RequestGroup"));
        assertEquals(1, count("Provenance"));
        assertEquals("1", chart.read(new Key("RiskAssessment", id(first, 0))).version());
    }

    @Test
    void aPreviewWritesNothingAndMayBeOfAResponseInProgress() {
        QuestionnaireResponse response = urgent();
        response.setStatus(QuestionnaireResponseStatus.INPROGRESS);
        String id = store(response);
        assertEquals("urgent", shown(assessing.preview(chart, id)).urgency());
        assertEquals(0, count("RiskAssessment"));
        assertEquals(
                Kind.INVALID,
                assertThrows(Fault.class, () -> assessing.assess(chart, id)).kind());
    }

    @Test
    void anAmendedResponseMakesTheNextVersionAndLeavesAcceptedProposalsAlone() {
        String id = store(urgent());
        Result first = assessing.assess(chart, id);
        ServiceRequest referral = proposal(first, "Referral to neurology");
        referral.setStatus(ServiceRequestStatus.COMPLETED);
        chart.update(referral);

        amendToHarmless(id);
        ShownResult shown = shown(assessing.assess(chart, id));

        assertEquals("amended", shown.status());
        assertEquals("2", shown.assessment().getMeta().getVersionId());
        assertEquals(id(first, 0), shown.assessment().getIdElement().getIdPart());
        assertTrue(shown.assessment().getNote().stream()
                .anyMatch(note -> note.getText().contains("urgency from urgent")));
        assertEquals(ServiceRequestStatus.COMPLETED, reread(referral).getStatus());
        ServiceRequest emg = proposal(first, "EMG and nerve conduction studies");
        assertEquals(ServiceRequestStatus.REVOKED, reread(emg).getStatus());
        assertEquals(2, count("Provenance"));
        shown.resources().forEach(Validator::assertValid);
    }

    @Test
    void aResponseEnteredInErrorWithdrawsItsResult() {
        String id = store(urgent());
        Result first = assessing.assess(chart, id);
        QuestionnaireResponse wrong = response(id);
        wrong.setStatus(QuestionnaireResponseStatus.ENTEREDINERROR);
        chart.update(wrong);
        ShownResult shown = shown(assessing.assess(chart, id));
        assertEquals("entered-in-error", shown.status());
        assertTrue(shown.proposals()
                .filter(ServiceRequest.class::isInstance)
                .allMatch(request -> ((ServiceRequest) request).getStatus() == ServiceRequestStatus.REVOKED));
        assertEquals(first.entries().size(), shown.bundle().getEntry().size());
        assertFalse(assessing.assess(chart, id).isWritten());
        shown.resources().forEach(Validator::assertValid);
    }

    @Test
    void aResponseThatDoesNotFitIsRefusedWithEveryFault() {
        QuestionnaireResponse response = urgent();
        response.getItemFirstRep().getItemFirstRep().getAnswerFirstRep().setValue(new Coding().setCode("nonsense"));
        String id = store(response);
        Fault fault = assertThrows(Fault.class, () -> assessing.assess(chart, id));
        assertEquals(Kind.INVALID, fault.kind());
        assertEquals(
                "QuestionnaireResponse.item[0].item[0].answer[0]",
                fault.issues().get(0).expression());
    }

    private static QuestionnaireResponse urgent() {
        return ExampleCase.all()
                .filter(example -> example.name().equals(WEAK))
                .findFirst()
                .orElseThrow()
                .response();
    }

    /** Stores the case's patient and response, and gives the id of the response. */
    private String store(QuestionnaireResponse response) {
        org.hl7.fhir.r4.model.Patient patient = new org.hl7.fhir.r4.model.Patient();
        patient.setId(response.getSubject().getReferenceElement().getIdPart());
        patient.setBirthDateElement(new org.hl7.fhir.r4.model.DateType("1970-05-05"));
        chart.update(patient);
        response.setId((String) null);
        return chart.create(response).key().id();
    }

    private void amendToHarmless(String id) {
        QuestionnaireResponse response = ExampleCase.all()
                .filter(example -> example.name().equals("calf-one-week"))
                .findFirst()
                .orElseThrow()
                .response();
        QuestionnaireResponse before = response(id);
        response.setSubject(before.getSubject());
        response.setStatus(QuestionnaireResponseStatus.AMENDED);
        response.setId(id);
        chart.update(response);
    }

    private QuestionnaireResponse response(String id) {
        return chart.read(new Key("QuestionnaireResponse", id)).as(QuestionnaireResponse.class);
    }

    private ServiceRequest reread(ServiceRequest request) {
        return chart.read(new Key("ServiceRequest", request.getIdElement().getIdPart()))
                .as(ServiceRequest.class);
    }

    private static ServiceRequest proposal(Result result, String words) {
        return shown(result)
                .proposals()
                .filter(ServiceRequest.class::isInstance)
                .map(ServiceRequest.class::cast)
                .filter(request -> request.getCode().getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private static String id(Result result, int entry) {
        return result.entries().get(entry).url().split("/")[1];
    }

    private int count(String type) {
        List<Stored> all = chart.searchAll(Search.of(type));
        return all.size();
    }

    private static ShownResult shown(Result result) {
        return new ShownResult(FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(Bundle.class, result.bundle("https://example.org/fhir")));
    }
}
