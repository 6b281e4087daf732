package org.fascicle.assessing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.chart.embedded.EmbeddedChart;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.result.ResultToFhir;
import org.fascicle.fhir.result.Wording;
import org.fascicle.testing.ExampleCase;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signature stands under one version of an assessment. */
class SigningTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final Clinician DOCTOR = new Clinician(Optional.of("Practitioner/dr"), Optional.of("Dr. Invented"));

    @TempDir
    Path folder;

    private final Signing signing = new Signing(CLOCK);
    private Chart chart;
    private Assessing assessing;
    private String id;

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
        id = assessed();
    }

    @AfterEach
    void close() {
        chart.close();
    }

    @Test
    void signingTwiceLeavesOneSignature() {
        signing.sign(chart, id, DOCTOR);
        signing.sign(chart, id, DOCTOR);
        assertEquals(1, signatures());
    }

    @Test
    void aServerThatForgetsVersionsInReferencesStillHoldsTheSignature() {
        signing.sign(chart, id, DOCTOR);
        forgetVersions();
        assertEquals(
                Optional.of("Dr. Invented"),
                signing.find(chart, id).orElseThrow().by());
        signing.sign(chart, id, DOCTOR);
        assertEquals(1, signatures());
    }

    @Test
    void anAmendedAssessmentIsNotSignedEvenThere() {
        signing.sign(chart, id, DOCTOR);
        forgetVersions();
        QuestionnaireResponse response =
                chart.read(new Key("QuestionnaireResponse", id)).as(QuestionnaireResponse.class);
        chart.update(response.setStatus(QuestionnaireResponseStatus.AMENDED));
        assertTrue(assessing.assess(chart, id).isWritten());
        assertEquals(Optional.empty(), signing.find(chart, id));
    }

    private String assessed() {
        QuestionnaireResponse response = new ExampleCase(Path.of("examples/cases/coffee-and-weak-hand")).response();
        Patient patient = new Patient();
        patient.setId(response.getSubject().getReferenceElement().getIdPart());
        chart.update(patient);
        response.setId((String) null);
        String stored = chart.create(response).key().id();
        assessing.assess(chart, stored);
        return stored;
    }

    private void forgetVersions() {
        for (Stored stored : chart.searchAll(Search.of("Provenance"))) {
            Provenance provenance = stored.as(Provenance.class);
            provenance.getEntity().forEach(entity -> {
                String versioned = entity.getWhat().getReference();
                entity.getWhat().setReference(versioned.replaceFirst("/_history/.*", ""));
            });
            chart.update(provenance);
        }
    }

    private long signatures() {
        return chart.searchAll(Search.of("Provenance")).stream()
                .map(stored -> stored.as(Provenance.class))
                .filter(provenance -> "Read and signed by the clinician"
                        .equals(provenance.getActivity().getText()))
                .count();
    }
}
