package org.fascicle.fhir.interview;

import java.util.Locale;
import java.util.Map;

/**
 * Words for people.
 *
 * @param original in the Questionnaire's own language, which is English
 * @param translations by language code, such as {@code de}
 */
public record Wording(String original, Map<String, String> translations) {

    public Wording {
        translations = Map.copyOf(translations);
    }

    /** In the reader's language, or as written where it has not been translated. */
    public String in(Locale reader) {
        return translations.getOrDefault(reader.getLanguage(), original);
    }
}
