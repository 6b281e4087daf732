package org.fascicle.fhir.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.fhir.term.AnalyteNames;
import org.fascicle.fhir.term.LabName;
import org.fascicle.fhir.term.Systems;
import org.fascicle.fhir.text.Wording;

/** What a measurement is of, as far as its codes and names tell. */
sealed interface LabIdentity {

    /** One analyte we know. */
    record Known(LabName name) implements LabIdentity {}

    /** Codes or names of more than one analyte: which of them was measured cannot be told. */
    record Contradictory(Set<Analyte> analytes) implements LabIdentity {}

    /** A name that resembles one of ours, under a code we do not know. */
    record Similar(Analyte analyte) implements LabIdentity {}

    /** Nothing we use. */
    record Other() implements LabIdentity {}

    /**
     * By code first. Without a code we know, by name: one under a LOINC code has to name the specimen, for the same words
     * under another code may be of the urine.
     *
     * @param specimen what the specimen is called, when the chart tells
     */
    static LabIdentity of(Concept code, Optional<String> specimen) {
        List<LabName> coded = code.codes(Systems.LOINC)
                .flatMap(loinc -> LabName.findByCode(loinc).stream())
                .toList();
        if (!coded.isEmpty()) {
            return one(coded);
        }
        if (code.wordings().stream().noneMatch(AnalyteNames::isMentionedIn)) {
            return new Other();
        }
        boolean elsewhere = code.wordings().stream().anyMatch(AnalyteNames::isOtherThing)
                || specimen.map(Wording::of)
                        .filter(AnalyteNames::isOtherSpecimen)
                        .isPresent();
        return elsewhere ? new Other() : named(code);
    }

    private static LabIdentity named(Concept code) {
        boolean mustNameSpecimen = code.hasCodeOf(Systems.LOINC);
        List<LabName> named = code.wordings().stream()
                .filter(text -> !mustNameSpecimen || AnalyteNames.namesSpecimen(text))
                .flatMap(text -> LabName.findByText(text).stream())
                .toList();
        return named.isEmpty() ? similar(code) : one(named);
    }

    private static LabIdentity similar(Concept code) {
        return code.wordings().stream()
                .flatMap(text -> AnalyteNames.similar(text).stream())
                .findFirst()
                .<LabIdentity>map(Similar::new)
                .orElseGet(Other::new);
    }

    /** Several names of one analyte are one; what any of them adds holds. */
    private static LabIdentity one(List<LabName> names) {
        Set<Analyte> analytes = names.stream().map(LabName::analyte).collect(Collectors.toUnmodifiableSet());
        if (analytes.size() > 1) {
            return new Contradictory(analytes);
        }
        return new Known(new LabName(
                names.get(0).analyte(),
                names.stream().anyMatch(LabName::isAdjusted),
                names.stream().anyMatch(LabName::isUreaNitrogen)));
    }
}
