package org.fascicle.fhir.result;

import static org.fascicle.fhir.json.Types.identifier;
import static org.fascicle.fhir.json.Types.reference;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.chart.BloodPressure;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Diagnosis;
import org.fascicle.clinical.chart.Electrodiagnosis;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.chart.Medicine;
import org.fascicle.fhir.json.Element;
import org.fascicle.fhir.json.Types;

/** What a result was made from: the response, and every chart resource that was used. */
final class Basis {
    private Basis() {}

    static List<Element> of(Judged judged) {
        return Stream.concat(
                        Stream.of(response(judged.header())),
                        chart(judged.file())
                                .filter(reference -> !reference.isEmpty())
                                .distinct()
                                .map(Types::reference))
                .toList();
    }

    /** By versioned reference, or by a digest of the answers where the response has no id. */
    static Element response(Header header) {
        return header.reference()
                .map(Types::reference)
                .orElseGet(() -> reference(
                        "QuestionnaireResponse", identifier(Names.RESPONSE, header.key()), "The response as given"));
    }

    private static Stream<String> chart(CaseFile file) {
        Stream<String> results =
                file.labs().all().stream().map(finding -> finding.result().reference());
        Stream<String> alerts =
                file.labs().alerts().stream().map(open -> open.alert().reference());
        return Stream.concat(
                Stream.concat(results, alerts),
                file.chart().stream().flatMap(Basis::entries).map(Entry::reference));
    }

    private static Stream<Entry> entries(ChartFacts chart) {
        Optional<Entry> pressure = chart.tests().bloodPressure().map(BloodPressure::entry);
        return Stream.of(
                        chart.diagnoses().stream().map(Diagnosis::entry),
                        chart.medicines().stream().map(Medicine::entry),
                        chart.tests().electrodiagnoses().stream().map(Electrodiagnosis::entry),
                        pressure.stream())
                .flatMap(part -> part);
    }
}
