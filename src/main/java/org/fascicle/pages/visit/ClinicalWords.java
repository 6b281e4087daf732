package org.fascicle.pages.visit;

import java.util.Locale;
import java.util.Optional;
import org.fascicle.clinical.risk.Prediction;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.look.Words;

/** The few clinical words that every page says, in the reader's language. */
public record ClinicalWords(Words words) {

    /** What the medicine says in sentences. */
    public Translated translated() {
        return Translated.in(words.locale());
    }

    public String of(Urgency urgency) {
        return words.of("urgency." + urgency.code());
    }

    public String of(Outcome outcome) {
        return words.of("outcome." + outcome.code());
    }

    /** How likely, or that the disease is known. */
    public String concern(Prediction prediction) {
        return words.of("concern." + prediction.concern().map(Concern::code).orElse("diagnosed"));
    }

    /** The class by which a concern is coloured; the colour never stands alone. */
    public static String tone(Prediction prediction) {
        Optional<Concern> concern = prediction.concern();
        return "u-" + concern.map(ClinicalWords::urgencyOf).orElse("none");
    }

    private static String urgencyOf(Concern concern) {
        return switch (concern) {
            case HIGH -> "emergency";
            case MODERATE -> "urgent";
            case INDETERMINATE -> "soon";
            case LOW, LIKELY -> "self-care";
            case POSSIBLE -> "routine";
            case NOT_ESTABLISHED -> "none";
        };
    }

    public static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
