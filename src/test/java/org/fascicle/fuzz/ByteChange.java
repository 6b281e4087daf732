package org.fascicle.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Changes bytes without asking what they mean. */
record ByteChange(Mutation mutation, List<String> words, List<Seed> others) {
    private static final int LONGEST = 3_000_000;

    byte[] on(byte[] input) {
        int start = mutation.at(input.length);
        int end = Math.min(input.length, start + 1 + mutation.size());
        byte[] word = mutation.word(words).getBytes(UTF_8);
        return switch (mutation.kind()) {
            case FLIP -> flipped(input, start);
            case DELETE -> joined(input, start, new byte[0], end);
            case REPEAT -> joined(input, end, repeated(input, start, end), end);
            case INSERT -> joined(input, start, word, start);
            case OVERWRITE -> joined(input, start, word, Math.min(input.length, start + word.length));
            case SPLICE -> spliced(input, start);
            case TRUNCATE -> joined(input, start, new byte[0], input.length);
            default -> joined(input, start, word.length == 0 ? word : nested(word), start);
        };
    }

    private byte[] flipped(byte[] input, int at) {
        byte[] changed = input.clone();
        if (changed.length > 0) {
            changed[at] ^= (byte) (1 << mutation.pick() % 8);
        }
        return changed;
    }

    private byte[] repeated(byte[] input, int start, int end) {
        String part = new String(input, start, end - start, UTF_8);
        return part.repeat(1 + mutation.pick() % 200).getBytes(UTF_8);
    }

    private byte[] nested(byte[] word) {
        return new String(word, UTF_8).repeat(mutation.size() * 4).getBytes(UTF_8);
    }

    private byte[] spliced(byte[] input, int at) {
        byte[] other = others.get(mutation.pick() % others.size()).bytes();
        int from = other.length - mutation.at(other.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(input, 0, at);
        out.write(other, from, other.length - from);
        return out.toByteArray();
    }

    private static byte[] joined(byte[] input, int end, byte[] between, int again) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(input, 0, end);
        out.write(between, 0, between.length);
        out.write(input, again, input.length - again);
        return out.size() > LONGEST ? input : out.toByteArray();
    }
}
