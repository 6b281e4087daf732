package org.fascicle.pages.visit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Phrases of one language by those of another, whichever letter they begin with; and sentences with places for other phrases.
 */
public final class Phrases {
    private static final String COMMA = ", ";

    private final Map<String, String> whole = new HashMap<>();
    private final List<Sentence> sentences;

    Phrases(Map<String, String> byPhrase) {
        byPhrase.forEach((phrase, other) -> whole.put(key(phrase), other));
        this.sentences = byPhrase.keySet().stream()
                .filter(phrase -> phrase.contains("{0}"))
                .map(phrase -> Sentence.of(phrase, byPhrase.get(phrase)))
                .sorted(Comparator.comparingInt(Sentence::length).reversed())
                .toList();
    }

    /** @param others by the same ids */
    static Phrases of(Map<String, String> phrases, Map<String, String> others) {
        Map<String, String> byPhrase = new TreeMap<>();
        new TreeMap<>(phrases)
                .forEach((id, phrase) ->
                        Optional.ofNullable(others.get(id)).ifPresent(other -> byPhrase.putIfAbsent(phrase, other)));
        return new Phrases(byPhrase);
    }

    private static String key(String phrase) {
        return phrase.toLowerCase(Locale.ROOT);
    }

    /** Empty for what is not known. It begins with a capital where the phrase does. */
    Optional<String> find(String phrase) {
        return Optional.ofNullable(whole.get(key(phrase)))
                .or(() -> sentences.stream()
                        .flatMap(sentence -> sentence.find(phrase, this::part).stream())
                        .findFirst())
                .map(other -> isCapital(phrase) ? ClinicalWords.capital(other) : other);
    }

    private static boolean isCapital(String phrase) {
        return !phrase.isEmpty() && Character.isUpperCase(phrase.charAt(0));
    }

    private String part(String phrase) {
        return find(phrase).or(() -> list(phrase)).or(() -> begun(phrase)).orElse(phrase);
    }

    /** Several between commas, each as long as it can be. */
    Optional<String> list(String phrase) {
        String[] parts = phrase.split(COMMA);
        return IntStream.iterate(parts.length, count -> count > 0, count -> count - 1)
                .mapToObj(count -> listed(parts, count))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> listed(String[] parts, int count) {
        Optional<String> first = find(String.join(COMMA, Arrays.copyOf(parts, count)));
        String rest = String.join(COMMA, Arrays.copyOfRange(parts, count, parts.length));
        return rest.isEmpty() ? first : first.flatMap(one -> list(rest).map(others -> one + COMMA + others));
    }

    /** A phrase, and what cannot be translated behind it, such as a value. */
    private Optional<String> begun(String phrase) {
        String[] parts = phrase.split(" ");
        return IntStream.iterate(parts.length - 1, count -> count > 0, count -> count - 1)
                .mapToObj(count -> String.join(" ", Arrays.copyOf(parts, count)))
                .map(start -> Optional.ofNullable(whole.get(key(start)))
                        .map(other -> other + phrase.substring(start.length()))
                        .orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
