package org.fascicle.knowledge;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.fascicle.assessing.Judge;
import org.fascicle.assessing.ResponseReader;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.chart.ChartResources;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.testing.ChartToFhir;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.FhirCase;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;

/** The example cases, as Java reads them and as a CQL engine is given them. */
public final class Examples {
    private static final OffsetDateTime NOW =
            OffsetDateTime.ofInstant(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    static final String RESPONSE_ID = "response";
    private static final ResponseReader READER = new ResponseReader(new Interviews(Definitions.published()));
    private static final Judge JUDGE = new Judge(Limits.standard());

    private Examples() {}

    public static CaseFile file(ExampleCase example) {
        return JUDGE.judge(READER.read(example.response()), example.chart().map(ChartResources::of), NOW)
                .assessment()
                .facts()
                .file();
    }

    /** With its chart as it was sent. */
    static FhirCase asSent(ExampleCase example) {
        List<Resource> chart = example.chart().stream()
                .flatMap(bundle -> bundle.getEntry().stream())
                .map(BundleEntryComponent::getResource)
                .toList();
        Patient patient = chart.stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .orElseGet(Examples::nobody);
        return new FhirCase(
                patient,
                response(example),
                chart.stream().filter(each -> each != patient).toList());
    }

    /** With what Java read of its chart, every fact by its code. */
    static FhirCase coded(ExampleCase example, CaseFile file) {
        FhirCase sent = asSent(example);
        List<Resource> chart = file.chart()
                .map(facts -> new ChartToFhir(sent.patient().getId()).write(facts))
                .orElse(List.of());
        return new FhirCase(sent.patient(), sent.response(), chart);
    }

    private static QuestionnaireResponse response(ExampleCase example) {
        QuestionnaireResponse response = example.response();
        response.setId(RESPONSE_ID);
        if (!response.hasAuthored()) {
            response.setAuthoredElement(new DateTimeType(NOW.toInstant().toString()));
        }
        return response;
    }

    private static Patient nobody() {
        Patient nobody = new Patient();
        nobody.setId("nobody");
        return nobody;
    }
}
