package org.fascicle.fhir.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.lab.Flag;
import org.fascicle.fhir.text.Mention;
import org.fascicle.fhir.text.Phrases;
import org.fascicle.fhir.text.Wording;
import org.hl7.fhir.r4.model.CodeableConcept;

/**
 * Reads the laboratory's own interpretation: the codes of HL7 v3 and of its older v2 table, or words. The worst counts.
 *
 * <p>"Significantly" high or low (HU, LU) is abnormal, not critical: HL7 keeps HH and LL for critical, source B.8 names
 * only those, and our own alert limits judge the number besides.
 */
final class FlagFromFhir {
    private static final Map<String, Flag> CODES = Map.ofEntries(
            Map.entry("HH", Flag.CRITICAL),
            Map.entry("LL", Flag.CRITICAL),
            Map.entry("AA", Flag.CRITICAL),
            Map.entry("HU", Flag.ABNORMAL),
            Map.entry("LU", Flag.ABNORMAL),
            Map.entry("H", Flag.ABNORMAL),
            Map.entry("L", Flag.ABNORMAL),
            Map.entry("A", Flag.ABNORMAL),
            Map.entry("HX", Flag.ABNORMAL),
            Map.entry("LX", Flag.ABNORMAL),
            Map.entry(">", Flag.ABNORMAL),
            Map.entry("<", Flag.ABNORMAL),
            Map.entry("N", Flag.NORMAL));

    private static final Phrases CRITICAL = Phrases.of("critical", "critically", "panic", "alarm", "life threatening");
    private static final Phrases ABNORMAL =
            Phrases.of("abnormal", "high", "low", "raised", "elevated", "decreased", "increased", "reduced");
    private static final Phrases NORMAL = Phrases.of("normal", "within range", "unremarkable");

    private FlagFromFhir() {}

    static Flag read(List<CodeableConcept> interpretations) {
        return interpretations.stream()
                .map(Concept::of)
                .flatMap(FlagFromFhir::flags)
                .max(Comparator.naturalOrder())
                .orElse(Flag.NONE);
    }

    /** One code alone. */
    static Flag read(String code) {
        return byCode(code).findFirst().orElse(Flag.NONE);
    }

    /** The codes and the words: a text can be graver than its code. */
    private static Stream<Flag> flags(Concept interpretation) {
        return Stream.concat(
                interpretation.codes().flatMap(FlagFromFhir::byCode),
                interpretation.texts().flatMap(FlagFromFhir::byText));
    }

    private static Stream<Flag> byCode(String code) {
        return Optional.ofNullable(CODES.get(code.toUpperCase(Locale.ROOT))).stream();
    }

    private static Stream<Flag> byText(String text) {
        Wording words = Wording.of(text);
        if (words.states(CRITICAL)) {
            return Stream.of(Flag.CRITICAL);
        }
        boolean isNotNormal = words.mentions(NORMAL) == Mention.DENIED;
        if (words.states(ABNORMAL) || isNotNormal) {
            return Stream.of(Flag.ABNORMAL);
        }
        return words.states(NORMAL) ? Stream.of(Flag.NORMAL) : byCode(text);
    }
}
