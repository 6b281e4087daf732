package org.fascicle.pages.visit;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fascicle.clinical.advice.Advice;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.fhir.result.Names;

/**
 * What the medicine says, in the reader's language. It is written in English, in {@code clinical}; other languages stand
 * beside it by id.
 */
public record Translated(Map<String, String> words) {
    private static final String BUNDLE = "org.fascicle.pages.clinical";
    private static final Translated GERMAN = new Translated(read(Locale.GERMAN));
    private static final Translated ENGLISH = new Translated(Map.of());

    public Translated {
        words = Map.copyOf(words);
    }

    public static Translated in(Locale locale) {
        return locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? GERMAN : ENGLISH;
    }

    private static Map<String, String> read(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return bundle.keySet().stream().collect(Collectors.toMap(Function.identity(), bundle::getString));
    }

    public String of(Advice advice) {
        return words.getOrDefault(key(advice), advice.text());
    }

    public String of(Activity activity) {
        return words.getOrDefault(key(activity), activity.words());
    }

    static String key(Advice advice) {
        return "advice." + advice.id();
    }

    static String key(Activity activity) {
        return "activity." + Names.slug(activity);
    }
}
