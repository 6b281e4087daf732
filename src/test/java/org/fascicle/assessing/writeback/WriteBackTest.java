package org.fascicle.assessing.writeback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.fascicle.access.Grant;
import org.fascicle.access.ScopedChart;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Judge;
import org.fascicle.assessing.ResponseReader;
import org.fascicle.assessing.Result;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.chart.embedded.EmbeddedChart;
import org.fascicle.chart.remote.Abilities;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.result.ResultToFhir;
import org.fascicle.fhir.result.Wording;
import org.fascicle.oauth.Scopes;
import org.fascicle.smart.ehr.Features;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.UsCore;
import org.fascicle.testing.Validator;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteBackTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final String[] ALL = {
        "QuestionnaireResponse",
        "RiskAssessment",
        "ServiceRequest",
        "Task",
        "RequestGroup",
        "Provenance",
        "Observation",
        "DocumentReference"
    };

    @TempDir
    Path folder;

    private Chart chart;
    private Assessing assessing;

    @BeforeEach
    void open() {
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
    void close() {
        chart.close();
    }

    @Test
    void whereAllCanBeStoredNothingStandsInForAnything() {
        assertTrue(plan(ALL).isWhole());
        assertEquals(List.of(), plan(ALL).lines());
        assertTrue(WriteBackPlan.whole().isWhole());
    }

    @Test
    void theLadderGoesDownOneRungAtATimeAndSaysWhy() {
        assertEquals(Form.OBSERVATION, rung(without("RiskAssessment")));
        assertEquals(Form.DOCUMENT, rung(without("RiskAssessment", "Observation")));
        assertEquals(Form.COPY, rung(without("RiskAssessment", "Observation", "DocumentReference")));
        assertEquals(
                List.of(
                        "The assessment: as a screening Observation, because the EHR does not store RiskAssessment.",
                        "The proposed tests and referrals: in a document, because the EHR does not store"
                                + " ServiceRequest."),
                plan(without("RiskAssessment", "ServiceRequest")).lines());
        assertEquals(
                List.of("The proposed tests and referrals: as text to copy, because the EHR does not store"
                        + " ServiceRequest, and the EHR does not store DocumentReference."),
                plan(without("ServiceRequest", "DocumentReference")).lines());
    }

    @Test
    void whatTheGrantedScopesDoNotReachIsNotPlanned() {
        Scopes granted = Scopes.parse("openid patient/QuestionnaireResponse.cruds patient/Observation.write"
                + " patient/Observation.read patient/ServiceRequest.rs patient/DocumentReference.cs");
        WriteBackPlan plan = WriteBackPlan.of(Allowance.of(abilities(ALL), granted));
        assertEquals(Form.ITSELF, plan.of(Piece.RESPONSE).form());
        assertEquals(Form.OBSERVATION, plan.of(Piece.ASSESSMENT).form());
        assertEquals(Form.DOCUMENT, plan.of(Piece.ORDERS).form());
        assertEquals(Form.LEFT_OUT, plan.of(Piece.PROVENANCE).form());
        assertEquals(
                "the access granted does not include writing RiskAssessment",
                plan.of(Piece.ASSESSMENT).why());
    }

    /** SMART 2: {@code c}, {@code r} and {@code s} without {@code u}. */
    @Test
    void answersThatCannotBeChangedAreWrittenOnce() {
        Scopes granted = Scopes.parse("patient/QuestionnaireResponse.crs patient/RiskAssessment.crus"
                + " patient/ServiceRequest.crus patient/Task.crus patient/RequestGroup.crus patient/Provenance.crs");
        WriteBackPlan plan = WriteBackPlan.of(Allowance.of(abilities(ALL), granted));
        assertTrue(plan.isWhole());
        assertEquals(
                List.of(
                        "The answers: once, when they are complete, and not changed after that, because the access granted"
                                + " does not include changing QuestionnaireResponse."),
                plan.lines());
    }

    @Test
    void soTheyAreOnAServerThatDoesNotUpdateThem() {
        CapabilityStatement statement = new CapabilityStatement();
        statement
                .addRest()
                .setMode(RestfulCapabilityMode.SERVER)
                .addResource()
                .setType("QuestionnaireResponse")
                .addInteraction()
                .setCode(TypeRestfulInteraction.CREATE);
        assertEquals(
                new WriteBackPlan.Choice(Form.ONCE, "the EHR does not change QuestionnaireResponse"),
                WriteBackPlan.of(new Allowance(Abilities.of(statement), Optional.empty()))
                        .of(Piece.RESPONSE));
    }

    @Test
    void anObservationStandsInDerivedFromTheResponse() {
        String id = store();
        Result result = assessing.assess(chart, id, plan(without("RiskAssessment")));
        assertTrue(result.isWritten());
        Observation observation = one("Observation", Observation.class);
        assertEquals(0, chart.searchAll(Search.of("RiskAssessment")).size());
        assertEquals(
                "QuestionnaireResponse/" + id + "/_history/1",
                observation.getDerivedFromFirstRep().getReference());
        assertEquals(
                "survey", observation.getCategoryFirstRep().getCodingFirstRep().getCode());
        assertEquals(
                "urgent",
                observation.getValueCodeableConcept().getCodingFirstRep().getCode());
        assertEquals(3, observation.getComponent().size());
        UsCore.assertHolds("us-core-observation-screening-assessment", observation);
        valid(observation);
        everyReferenceLeadsSomewhere();
    }

    @Test
    void theOrdersStandForThemselvesBesideIt() {
        assessing.assess(chart, store(), plan(without("RiskAssessment")));
        List<ServiceRequest> orders = all("ServiceRequest", ServiceRequest.class);
        assertTrue(orders.size() > 2);
        orders.forEach(order -> UsCore.assertHolds("us-core-servicerequest", order));
    }

    @Test
    void aDocumentStandsInForBothWithTheOrdersInWords() {
        assessing.assess(chart, store(), plan(without("RiskAssessment", "Observation", "ServiceRequest")));
        DocumentReference document = one("DocumentReference", DocumentReference.class);
        String html = new String(document.getContentFirstRep().getAttachment().getData(), StandardCharsets.UTF_8);
        assertTrue(html.contains("Referral to neurology"), html);
        assertTrue(html.contains("Not a diagnosis"));
        assertEquals(0, chart.searchAll(Search.of("ServiceRequest")).size());
        assertTrue(document.hasType() && document.hasSubject() && document.hasDate());
        assertEquals(
                "clinical-note",
                document.getCategoryFirstRep().getCodingFirstRep().getCode());
        assertEquals(
                "text/html; charset=utf-8",
                document.getContentFirstRep().getAttachment().getContentType());
        valid(document);
        everyReferenceLeadsSomewhere();
    }

    @Test
    void aDocumentStandsBesideTheAssessmentWhenOnlyTheOrdersHaveNoPlace() {
        assessing.assess(chart, store(), plan(without("ServiceRequest")));
        assertEquals(1, chart.searchAll(Search.of("RiskAssessment")).size());
        assertEquals(1, chart.searchAll(Search.of("DocumentReference")).size());
        everyReferenceLeadsSomewhere();
    }

    @Test
    void theProvenanceTellsWhatWasWrittenAsWhat() {
        assessing.assess(chart, store(), plan(without("RiskAssessment")));
        Provenance provenance = one("Provenance", Provenance.class);
        assertEquals(
                "The assessment: as a screening Observation, because the EHR does not store RiskAssessment.",
                provenance.getReasonFirstRep().getText());
        assertTrue(provenance.getTarget().stream()
                .anyMatch(target -> target.getReference().startsWith("Observation/")));
        UsCore.assertHolds("us-core-provenance", provenance);
        Validator.assertValid(provenance);
    }

    @Test
    void whereNothingCanBeWrittenTheResultIsThereToCopy() {
        Result result = assessing.assess(chart, store(), plan("QuestionnaireResponse"));
        assertFalse(result.isWritten());
        assertEquals(0, count());
        String text = result.entries().get(0).json();
        assertTrue(text.contains("Fasciculation assessment: "), text);
        assertTrue(text.contains("Referral to neurology"), text);
    }

    @Test
    void askingAgainWritesNothingOnAnyRung() {
        for (WriteBackPlan plan : List.of(
                plan(without("RiskAssessment")),
                plan(without("RiskAssessment", "Observation")),
                plan(without("ServiceRequest", "RequestGroup", "Task")))) {
            String id = store();
            int before = count();
            assertTrue(assessing.assess(chart, id, plan).isWritten());
            int after = count();
            assertTrue(after > before);
            assertFalse(assessing.assess(chart, id, plan).isWritten());
            assertEquals(after, count());
        }
    }

    @Test
    void anAmendedResponseReplacesItAndLeavesAloneWhatSomebodyActedOn() {
        String id = store();
        WriteBackPlan plan = plan(without("RiskAssessment"));
        assessing.assess(chart, id, plan);
        ServiceRequest accepted = all("ServiceRequest", ServiceRequest.class).get(0);
        accepted.setStatus(ServiceRequestStatus.ACTIVE);
        chart.update(accepted);
        QuestionnaireResponse amended =
                chart.read(new Key("QuestionnaireResponse", id)).as(QuestionnaireResponse.class);
        amended.setStatus(QuestionnaireResponse.QuestionnaireResponseStatus.AMENDED);
        chart.update(amended);
        assertTrue(assessing.assess(chart, id, plan).isWritten());
        assertEquals("2", one("Observation", Observation.class).getMeta().getVersionId());
        assertEquals(
                ServiceRequestStatus.ACTIVE,
                chart.read(new Key("ServiceRequest", accepted.getIdElement().getIdPart()))
                        .as(ServiceRequest.class)
                        .getStatus());
        everyReferenceLeadsSomewhere();
    }

    @Test
    void whatStandsForAnErrorIsTakenBackOnEveryRung() {
        for (WriteBackPlan plan : List.of(
                plan(without("RiskAssessment")),
                plan(without("RiskAssessment", "Observation")),
                plan(without("RequestGroup")))) {
            String id = store();
            assessing.assess(chart, id, plan);
            markAsError(id);
            Result result = assessing.assess(chart, id, plan);
            assertTrue(result.isWritten());
            assertEquals("entered-in-error", standing(id).get(0));
            assertEquals(Set.of("revoked"), Set.copyOf(statuses("ServiceRequest", id)));
            assertFalse(assessing.assess(chart, id, plan).isWritten());
            everyReferenceLeadsSomewhere();
        }
    }

    @Test
    void anErrorThatWasNeverJudgedHasNothingToTakeBack() {
        String id = store();
        markAsError(id);
        Fault fault = assertThrows(Fault.class, () -> assessing.assess(chart, id, plan(without("RiskAssessment"))));
        assertEquals(Kind.NOT_FOUND, fault.kind());
    }

    @Test
    void whatCouldNotBeFoundAgainIsNotWrittenForItMightBeThereTwice() {
        WriteBackPlan plan = WriteBackPlan.of(Allowance.of(
                abilities(ALL),
                Scopes.parse("patient/RiskAssessment.c patient/Observation.c patient/DocumentReference.cs")));
        assertEquals(Form.DOCUMENT, plan.of(Piece.ASSESSMENT).form());
        assertEquals(
                "the access granted does not include finding RiskAssessment again, and the access granted does not"
                        + " include finding Observation again",
                plan.of(Piece.ASSESSMENT).why());
    }

    @Test
    void theScopesWeAskForAreEnoughForTheStandIns() {
        String id = store();
        String patient = chart.read(new Key("QuestionnaireResponse", id))
                .as(QuestionnaireResponse.class)
                .getSubject()
                .getReferenceElement()
                .getIdPart();
        Scopes granted = Scopes.of(Features.wanted().words().stream()
                .filter(word -> !word.startsWith("patient/RiskAssessment."))
                .toList());
        Chart narrow = new ScopedChart(chart, new Grant("app", "Practitioner/d", Optional.of(patient), granted));
        WriteBackPlan plan = WriteBackPlan.of(Allowance.of(abilities(ALL), granted));
        assertTrue(assessing.assess(narrow, id, plan).isWritten());
        assertFalse(assessing.assess(narrow, id, plan).isWritten());
        assertEquals("final", one("Observation", Observation.class).getStatus().toCode());
        assertTrue(chart.searchAll(Search.of("ServiceRequest")).size() > 2);
        markAsError(id);
        assertTrue(assessing.assess(narrow, id, plan).isWritten());
        assertEquals(
                "entered-in-error",
                one("Observation", Observation.class).getStatus().toCode());
    }

    private void markAsError(String id) {
        QuestionnaireResponse response =
                chart.read(new Key("QuestionnaireResponse", id)).as(QuestionnaireResponse.class);
        chart.update(response.setStatus(QuestionnaireResponse.QuestionnaireResponseStatus.ENTEREDINERROR));
    }

    /** The statuses of all that stands for the result of this response. */
    private List<String> standing(String id) {
        return Stream.of("RiskAssessment", "Observation", "DocumentReference")
                .flatMap(type -> statuses(type, id).stream())
                .toList();
    }

    private List<String> statuses(String type, String id) {
        return chart.searchAll(Search.of(type)).stream()
                .map(Stored::resource)
                .filter(resource -> FhirContext.forR4Cached()
                        .newJsonParser()
                        .encodeResourceToString(resource)
                        .contains("\"value\":\"" + id))
                .map(resource ->
                        resource.getNamedProperty("status").getValues().get(0).primitiveValue())
                .toList();
    }

    @Test
    void theAnswersKeepToUsCoreToo() {
        ExampleCase.all()
                .limit(40)
                .map(ExampleCase::response)
                .forEach(response -> UsCore.assertHolds("us-core-questionnaireresponse", response));
    }

    private static Form rung(String... types) {
        return plan(types).of(Piece.ASSESSMENT).form();
    }

    private static WriteBackPlan plan(String... types) {
        return WriteBackPlan.of(new Allowance(abilities(types), Optional.empty()));
    }

    private static String[] without(String... types) {
        return Stream.of(ALL).filter(type -> !List.of(types).contains(type)).toArray(String[]::new);
    }

    private static Abilities abilities(String... creatable) {
        CapabilityStatement statement = new CapabilityStatement();
        var rest = statement.addRest().setMode(RestfulCapabilityMode.SERVER);
        for (String type : creatable) {
            CapabilityStatementRestResourceComponent said = rest.addResource().setType(type);
            said.addInteraction().setCode(TypeRestfulInteraction.CREATE);
            said.addInteraction().setCode(TypeRestfulInteraction.UPDATE);
        }
        return Abilities.of(statement);
    }

    private String store() {
        QuestionnaireResponse response = ExampleCase.all()
                .filter(example -> example.name().equals("coffee-and-weak-hand"))
                .findFirst()
                .orElseThrow()
                .response();
        Patient patient = new Patient();
        patient.setId(response.getSubject().getReferenceElement().getIdPart());
        patient.setBirthDateElement(new DateType("1970-05-05"));
        chart.update(patient);
        response.setId((String) null);
        return chart.create(response).key().id();
    }

    private void everyReferenceLeadsSomewhere() {
        Map<String, String> jsons = new TreeMap<>();
        for (String type : ALL) {
            chart.searchAll(Search.of(type))
                    .forEach(stored -> jsons.put(stored.key().toString(), stored.json()));
        }
        jsons.forEach((key, json) -> {
            assertFalse(json.contains("urn:uuid"), key);
            java.util.regex.Pattern.compile("\"reference\":\"([A-Za-z]+)/([^/\"]+)")
                    .matcher(json)
                    .results()
                    .forEach(found -> chart.read(new Key(found.group(1), found.group(2))));
        });
    }

    /** Without the claim of a profile the validator does not have. */
    private static void valid(Resource resource) {
        Resource copy = resource.copy();
        copy.getMeta().getProfile().clear();
        List<String> errors = Validator.errors(copy).stream()
                .filter(error -> !error.contains("us-core-documentreference-category"))
                .toList();
        assertEquals(
                List.of(), errors, FhirContext.forR4Cached().newJsonParser().encodeResourceToString(copy));
    }

    private int count() {
        return Stream.of(ALL)
                .filter(type -> !type.equals("QuestionnaireResponse"))
                .mapToInt(type -> chart.searchAll(Search.of(type)).size())
                .sum();
    }

    private <T extends Resource> T one(String type, Class<T> as) {
        List<T> all = all(type, as);
        assertEquals(1, all.size(), type);
        return all.get(0);
    }

    private <T extends Resource> List<T> all(String type, Class<T> as) {
        return chart.searchAll(Search.of(type)).stream()
                .map(stored -> stored.as(as))
                .toList();
    }
}
