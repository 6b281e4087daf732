package org.fascicle.clinical.finding;

import java.util.List;
import java.util.Optional;

/**
 * How an item is answered.
 *
 * @param kind one code, several codes, a number, a date or text
 * @param codes the codes it may be answered with, in the order they are offered; empty unless a choice
 * @param isCore whether the judgement is incomplete without it
 * @param opening the earlier answer that opens the item; empty when it is always open
 * @param seeds the statements of the seed articles it was made from, as {@code article-statement} ({@code 002-24})
 */
public record Form(Kind kind, List<String> codes, boolean isCore, Optional<Opening> opening, List<String> seeds) {

    /** An item is open while {@code item} is answered with one of {@code codes}. */
    public record Opening(Item item, List<String> codes) {}

    public Form {
        codes = List.copyOf(codes);
        seeds = List.copyOf(seeds);
    }

    static Form one(String codes) {
        return of(Kind.ONE_OF, codes);
    }

    static Form some(String codes) {
        return of(Kind.SOME_OF, codes);
    }

    static Form yesNoUnsure() {
        return one("yes no unsure");
    }

    static Form integer() {
        return of(Kind.INTEGER, "");
    }

    static Form decimal() {
        return of(Kind.DECIMAL, "");
    }

    static Form date() {
        return of(Kind.DATE, "");
    }

    static Form text() {
        return of(Kind.TEXT, "");
    }

    Form core() {
        return new Form(kind, codes, true, opening, seeds);
    }

    Form when(Item item, String openingCodes) {
        return new Form(kind, codes, isCore, Optional.of(new Opening(item, words(openingCodes))), seeds);
    }

    Form seeds(String spaced) {
        return new Form(kind, codes, isCore, opening, words(spaced));
    }

    private static Form of(Kind kind, String codes) {
        return new Form(kind, words(codes), false, Optional.empty(), List.of());
    }

    private static List<String> words(String spaced) {
        return spaced.isEmpty() ? List.of() : List.of(spaced.split(" "));
    }
}
