package org.fascicle.knowledge;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fascicle.assessing.Judge;
import org.fascicle.assessing.ResponseReader;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.chart.ChartResources;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.result.Judged;
import org.fascicle.fhir.result.Wording;
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
    /** Those whose chart says in words what a rule asks for. */
    static final Set<String> IN_WORDS = Set.of(
            "calcium-stopped-after-thyroidectomy",
            "dialysis-calcium-1-88-as-ever",
            "dialysis-creatinine-as-ever",
            "dialysis-potassium-6-2-as-ever",
            "emg-abnormal-in-the-chart-unspecified",
            "emg-normal-in-the-chart-only",
            "emg-shows-denervation",
            "furosemide-as-text-only",
            "kidney-failure-potassium-5-2");

    static final String RESPONSE_ID = "response";
    private static final Interviews INTERVIEWS = new Interviews(Definitions.published());
    private static final ResponseReader READER = new ResponseReader(INTERVIEWS);
    private static final Wording WORDING = new Wording(INTERVIEWS::newestFirst, Locale.ENGLISH);
    private static final Judge JUDGE = new Judge(Limits.standard());

    private Examples() {}

    public static ExampleCase named(String name) {
        return new ExampleCase(Path.of("examples/cases", name));
    }

    public static Judged judged(ExampleCase example) {
        return judged(example.response(), example);
    }

    /** Another response with the chart of the example. */
    public static Judged judged(QuestionnaireResponse response, ExampleCase example) {
        return JUDGE.judge(READER.read(response), example.chart().map(ChartResources::of), NOW);
    }

    /** An answer as it is shown to choose. */
    public static String words(String linkId, String code) {
        return WORDING.answer(Item.find(linkId).orElseThrow(), code);
    }

    public static CaseFile file(ExampleCase example) {
        return judged(example).file();
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
                .orElseGet(() -> nobody(example));
        return new FhirCase(
                patient,
                response(example),
                chart.stream().filter(each -> each != patient).toList());
    }

    /** As it was sent, or by codes where it rests on words: an engine that reads codes alone can know it. */
    public static FhirCase asCode(ExampleCase example) {
        return IN_WORDS.contains(example.name()) ? coded(example) : asSent(example);
    }

    /** With what Java read of its chart, every fact by its code. */
    private static FhirCase coded(ExampleCase example) {
        FhirCase sent = asSent(example);
        String subject = sent.response().getSubject().getReference();
        List<Resource> chart = file(example)
                .chart()
                .map(facts -> new ChartToFhir(subject).write(facts))
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

    private static Patient nobody(ExampleCase example) {
        Patient nobody = new Patient();
        nobody.setId(example.response().getSubject().getReferenceElement().getIdPart());
        return nobody;
    }
}
