package org.fascicle.fhir.chart;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fascicle.fhir.term.SystemAliases;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * What a chart calls something: any number of codes, and any number of texts, the chart's own text first.
 *
 * @param text as the chart itself words it
 * @param displays as the code systems word it
 */
record Concept(List<Coding> codings, Optional<String> text, List<String> displays) {
    private static final Pattern LOINC_FORM = Pattern.compile("\\d{1,7}-\\d");

    static Concept of(CodeableConcept concept) {
        List<Coding> codings =
                concept.getCoding().stream().filter(Objects::nonNull).toList();
        return new Concept(
                codings,
                present(concept.getText()),
                codings.stream()
                        .flatMap(coding -> present(coding.getDisplay()).stream())
                        .distinct()
                        .toList());
    }

    static Concept ofText(String text) {
        return new Concept(List.of(), present(text), List.of());
    }

    /** One concept out of several that name the same thing. */
    static Concept of(List<CodeableConcept> concepts) {
        CodeableConcept all = new CodeableConcept();
        concepts.forEach(concept -> {
            concept.getCoding().forEach(all::addCoding);
            present(concept.getText()).ifPresent(text -> all.addCoding().setDisplay(text));
        });
        return of(all);
    }

    /** Its codes of this system; a code without a system counts as LOINC when it is written like one. */
    Stream<String> codes(String system) {
        return codings.stream()
                .flatMap(coding -> present(coding.getCode()).filter(code -> isOf(coding, code, system)).stream());
    }

    private static boolean isOf(Coding coding, String code, String system) {
        return coding.hasSystem()
                ? SystemAliases.canonical(coding.getSystem()).equals(system)
                : system.equals(Systems.LOINC) && LOINC_FORM.matcher(code).matches();
    }

    boolean hasCodeOf(String system) {
        return codes(system).findAny().isPresent();
    }

    /** Every code, whatever its system. */
    Stream<String> codes() {
        return codings.stream().flatMap(coding -> present(coding.getCode()).stream());
    }

    Stream<String> texts() {
        return Stream.concat(text.stream(), displays.stream());
    }

    /** What to call it. */
    Optional<String> name() {
        return texts().findFirst();
    }

    boolean isEmpty() {
        return texts().findAny().isEmpty() && codes().findAny().isEmpty();
    }

    private static Optional<String> present(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    @Override
    public String toString() {
        return "Concept";
    }
}
