package org.fascicle.pages.visit;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence with one place that differs from case to case.
 *
 * @param length of what does not differ
 */
record Sentence(Pattern pattern, String other, int length) {
    private static final String PLACE = "{0}";

    static Sentence of(String phrase, String other) {
        String pattern = Arrays.stream(phrase.split(Pattern.quote(PLACE), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("(.+)"));
        return new Sentence(Pattern.compile(pattern), other, phrase.length());
    }

    /** @param translated the other language of what stands in its place */
    Optional<String> find(String phrase, UnaryOperator<String> translated) {
        Matcher matcher = pattern.matcher(phrase);
        return matcher.matches()
                ? Optional.of(other.replace(PLACE, translated.apply(matcher.group(1))))
                : Optional.empty();
    }
}
