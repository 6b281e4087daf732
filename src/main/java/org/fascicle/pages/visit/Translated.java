package org.fascicle.pages.visit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fascicle.clinical.advice.Advice;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.fhir.result.Names;

/**
 * What the medicine says, in the reader's language. It is written in English, in {@code clinical} and its maps; the bundle
 * {@code clinical} holds that English by id, and other languages beside it.
 *
 * @param words by id; none where nothing has to be translated
 */
public record Translated(Map<String, String> words, Phrases phrases) {
    private static final String BUNDLE = "org.fascicle.pages.clinical";
    private static final Map<String, String> ORIGINAL = read(Locale.ROOT);
    private static final Translated GERMAN = to(read(Locale.GERMAN));
    private static final Translated ENGLISH = new Translated(Map.of(), new Phrases(Map.of()));

    public Translated {
        words = Map.copyOf(words);
    }

    public static Translated in(Locale locale) {
        return locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? GERMAN : ENGLISH;
    }

    private static Translated to(Map<String, String> words) {
        return new Translated(words, Phrases.of(ORIGINAL, words));
    }

    static Map<String, String> read(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return bundle.keySet().stream().collect(Collectors.toMap(Function.identity(), bundle::getString));
    }

    public String of(Advice advice) {
        return words.getOrDefault("advice." + advice.id(), advice.text());
    }

    public String of(Activity activity) {
        return words.getOrDefault("activity." + Names.slug(activity), activity.words());
    }

    /** Of what a rule, an order, a fact or a map says; of what is not known, such as a name from the chart, as it is. */
    public String of(String english) {
        return find(english).orElse(english);
    }

    Optional<String> find(String english) {
        return phrases.find(english);
    }

    /** Of several that stand between commas; a phrase may hold commas of its own. */
    public String list(String english) {
        return phrases.list(english).orElse(english);
    }
}
