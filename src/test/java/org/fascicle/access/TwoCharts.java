package org.fascicle.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Page;
import org.fascicle.chart.SearchUrl;
import org.fascicle.chart.embedded.EmbeddedChart;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.oauth.Scopes;
import org.fascicle.testing.MovingClock;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A real chart with two patients, {@code a} and {@code b}. Whatever is b's says so in its text. */
abstract class TwoCharts {
    static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
    static final String OF_B = "OF-THE-OTHER-PATIENT";

    @TempDir
    Path folder;

    Chart whole;

    @BeforeEach
    void open() {
        whole = opened(folder);
        fill(whole);
    }

    @AfterEach
    void close() {
        whole.close();
    }

    static Chart opened(Path folder) {
        AtomicInteger ids = new AtomicInteger();
        return EmbeddedChart.open(
                "jdbc:sqlite:" + folder.resolve("chart.db"),
                new MovingClock(Instant.parse("2026-11-22T10:00:00Z")),
                () -> "n" + ids.incrementAndGet());
    }

    static void fill(Chart chart) {
        chart.update(with("dr", new Practitioner()));
        chart.update(with("pill", new Medication()));
        Stream.of("a", "b").flatMap(TwoCharts::chartOf).forEach(chart::update);
    }

    private static Stream<Resource> chartOf(String id) {
        Patient patient = new Patient();
        patient.addIdentifier(identifier(id));
        Encounter encounter = new Encounter().setSubject(patient(id));
        QuestionnaireResponse response = new QuestionnaireResponse().setSubject(patient(id));
        RiskAssessment risk = new RiskAssessment().setSubject(patient(id)).addIdentifier(identifier("risk-" + id));
        MedicationRequest medicine =
                new MedicationRequest().setSubject(patient(id)).setMedication(new Reference("Medication/pill"));
        Provenance provenance = new Provenance().addTarget(new Reference("RiskAssessment/risk-" + id));
        return Stream.of(
                        with(id, patient),
                        with("visit-" + id, encounter),
                        with("lab-" + id, observation(id, "laboratory")),
                        with("pulse-" + id, observation(id, "vital-signs")),
                        with("qr-" + id, response),
                        with("risk-" + id, risk),
                        with("med-" + id, medicine),
                        with("prov-" + id, provenance))
                .map(resource -> marked(resource, id));
    }

    private static Resource marked(Resource resource, String id) {
        if (id.equals("b")) {
            Narrative text = new Narrative().setStatus(Narrative.NarrativeStatus.GENERATED);
            text.setDivAsString("<div>" + OF_B + "</div>");
            ((DomainResource) resource).setText(text);
        }
        return resource;
    }

    static Observation observation(String patient, String category) {
        Observation observation = new Observation();
        observation.setSubject(patient(patient)).setEncounter(new Reference("Encounter/visit-" + patient));
        observation.addCategory(coded(category));
        return observation;
    }

    static CodeableConcept coded(String category) {
        CodeableConcept concept = new CodeableConcept();
        concept.addCoding().setSystem(CATEGORY).setCode(category);
        return concept;
    }

    static Reference patient(String id) {
        return new Reference("Patient/" + id);
    }

    static Identifier identifier(String value) {
        return new Identifier().setSystem("urn:test").setValue(value);
    }

    static <T extends Resource> T with(String id, T resource) {
        resource.setId(id);
        return resource;
    }

    static Key key(String reference) {
        return Key.fromReference(reference).orElseThrow();
    }

    /** The chart of a token for patient a. */
    Chart scoped(String scopes) {
        return scoped(whole, scopes);
    }

    static Chart scoped(Chart whole, String scopes) {
        return new ScopedChart(whole, new Grant("app", "Practitioner/dr", Optional.of("a"), Scopes.parse(scopes)));
    }

    static List<String> find(Chart chart, String search) {
        return chart.searchAll(SearchUrl.read(search)).stream()
                .map(stored -> stored.key().toString())
                .sorted()
                .toList();
    }

    static List<String> included(Chart chart, String search) {
        Page page = chart.search(SearchUrl.read(search));
        return page.included().stream()
                .map(stored -> stored.key().toString())
                .sorted()
                .toList();
    }

    static Bundle transaction() {
        return new Bundle().setType(BundleType.TRANSACTION);
    }

    static Bundle.BundleEntryRequestComponent add(Bundle bundle, HTTPVerb method, String url, Resource resource) {
        return bundle.addEntry()
                .setFullUrl("urn:uuid:"
                        + UUID.nameUUIDFromBytes((url + bundle.getEntry().size()).getBytes(StandardCharsets.UTF_8)))
                .setResource(resource)
                .getRequest()
                .setMethod(method)
                .setUrl(url);
    }

    static Fault assertFault(Kind kind, Executable work) {
        Fault fault = assertThrows(Fault.class, work);
        assertEquals(kind, fault.kind(), fault.getMessage());
        return fault;
    }

    /** Refused as if nothing were stored there: with the same words, but for the id that was asked for. */
    static void assertAbsent(String id, String neverStored, Consumer<String> work) {
        Fault real = assertFault(Kind.NOT_FOUND, () -> work.accept(id));
        Fault absent = assertFault(Kind.NOT_FOUND, () -> work.accept(neverStored));
        assertEquals(
                absent.getMessage().replace(neverStored, "X"), real.getMessage().replace(id, "X"));
    }
}
