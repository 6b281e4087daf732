package org.fascicle.fuzz;

import java.util.List;

/**
 * One change of an input.
 *
 * @param where in thousandths of the input
 * @param size how much; each kind makes of it what fits
 * @param pick which word, bit or other seed
 */
record Mutation(Kind kind, int where, int size, int pick) {

    /** What is changed: bytes, whatever they mean, or the JSON that they are. */
    enum Kind {
        FLIP,
        DELETE,
        REPEAT,
        INSERT,
        OVERWRITE,
        SPLICE,
        TRUNCATE,
        NEST,
        DROP_MEMBER,
        REPLACE_VALUE,
        RETYPE,
        TWICE,
        DEEPEN,
        LENGTHEN,
        RENAME
    }

    /**
     * The changed input; the input itself when this change does not fit it.
     *
     * @param words what is put in
     * @param others what is spliced in
     */
    byte[] on(byte[] input, List<String> words, List<Seed> others) {
        return kind.ordinal() < Kind.DROP_MEMBER.ordinal()
                ? new ByteChange(this, words, others).on(input)
                : new JsonChange(this, words).on(input);
    }

    /** Of so many, the one that is meant. */
    int at(int many) {
        return many == 0 ? 0 : (int) ((long) where * many / 1_000) % many;
    }

    String word(List<String> words) {
        return words.get(pick % words.size());
    }
}
