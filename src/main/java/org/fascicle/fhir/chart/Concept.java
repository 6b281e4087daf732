package org.fascicle.fhir.chart;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fascicle.fhir.term.SystemAliases;
import org.fascicle.fhir.term.Systems;
import org.fascicle.fhir.text.Wording;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** What a chart calls something: any number of codes, the chart's own text, and what the code systems call it. */
final class Concept {
    private static final Pattern LOINC_FORM = Pattern.compile("\\d{1,7}-\\d");

    private final List<Code> coded;
    private final Optional<String> text;
    private final List<String> displays;
    private List<Wording> wordings;

    private Concept(List<Code> coded, Optional<String> text, List<String> displays) {
        this.coded = coded;
        this.text = text;
        this.displays = displays;
    }

    /** A code and its system's own address; empty where the chart gives no system. */
    record Code(String system, String code) {

        /** A code without a system counts as LOINC when it is written like one. */
        static Optional<Code> of(Coding coding) {
            return present(coding.getCode()).map(code -> {
                String guessed = LOINC_FORM.matcher(code).matches() ? Systems.LOINC : "";
                return new Code(
                        present(coding.getSystem())
                                .map(SystemAliases::canonical)
                                .orElse(guessed),
                        code);
            });
        }
    }

    static Concept of(CodeableConcept concept) {
        List<Coding> codings =
                concept.getCoding().stream().filter(Objects::nonNull).toList();
        return new Concept(
                codings.stream().flatMap(coding -> Code.of(coding).stream()).toList(),
                present(concept.getText()),
                codings.stream()
                        .flatMap(coding -> present(coding.getDisplay()).stream())
                        .distinct()
                        .toList());
    }

    static Concept ofText(String text) {
        return new Concept(List.of(), present(text), List.of());
    }

    List<Code> coded() {
        return coded;
    }

    /** The chart's own words for it. */
    Optional<Wording> ownWords() {
        return text.map(own -> wordings().get(0));
    }

    /** All its texts, ready to be searched. */
    List<Wording> wordings() {
        if (wordings == null) {
            wordings = texts().map(Wording::of).toList();
        }
        return wordings;
    }

    /** Its codes of this system. */
    Stream<String> codes(String system) {
        return coded.stream().filter(code -> code.system().equals(system)).map(Code::code);
    }

    boolean hasCodeOf(String system) {
        return codes(system).findAny().isPresent();
    }

    /** Every code, whatever its system. */
    Stream<String> codes() {
        return coded.stream().map(Code::code);
    }

    /** The chart's own text first. */
    Stream<String> texts() {
        return Stream.concat(text.stream(), displays.stream());
    }

    /** What to call it. */
    Optional<String> name() {
        return texts().findFirst();
    }

    boolean isEmpty() {
        return texts().findAny().isEmpty() && coded.isEmpty();
    }

    private static Optional<String> present(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    @Override
    public String toString() {
        return "Concept";
    }
}
