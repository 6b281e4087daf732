package org.fascicle.oauth;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was asked for or granted: resource scopes and words such as {@code openid}, in order. */
public final class Scopes {
    private final Set<String> words;
    private final List<Scope> resources;

    private Scopes(Collection<String> words) {
        this.words = new LinkedHashSet<>(words);
        this.resources =
                this.words.stream().map(Scope::find).flatMap(Optional::stream).toList();
    }

    public static Scopes of(Collection<String> words) {
        return new Scopes(words);
    }

    /** From a space-separated list. */
    public static Scopes parse(String text) {
        return new Scopes(
                Arrays.stream(text.split(" ")).filter(word -> !word.isBlank()).toList());
    }

    /** Whether this very word is among them. */
    public boolean has(String word) {
        return words.contains(word);
    }

    public List<Scope> resources() {
        return resources;
    }

    public List<String> words() {
        return List.copyOf(words);
    }

    /** Whether these scopes together allow all that the other asks for. */
    public boolean allow(Scope other) {
        return other.permissions().stream()
                .map(other::only)
                .allMatch(one -> resources.stream().anyMatch(scope -> scope.covers(one)));
    }

    /** Whether these scopes together allow all that the other asks for, on some of the data at least. */
    public boolean allowSome(Scope other) {
        return other.permissions().stream()
                .map(other::only)
                .allMatch(one -> resources.stream().anyMatch(scope -> scope.coversSome(one)));
    }

    /** Resource scopes in the words of SMART 1, the others as they are. */
    public Scopes inVersion1() {
        return new Scopes(words.stream()
                .flatMap(word -> Scope.find(word)
                        .map(scope -> scope.inVersion1().stream())
                        .orElseGet(() -> List.of(word).stream()))
                .toList());
    }

    /** Space-separated. */
    @Override
    public String toString() {
        return words.stream().collect(Collectors.joining(" "));
    }
}
