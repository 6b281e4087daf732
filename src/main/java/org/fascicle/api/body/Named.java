package org.fascicle.api.body;

/** Names from a sender, as they may be repeated in an answer: plain and short. */
final class Named {
    private static final int LONGEST = 64;

    private Named() {}

    static String plain(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_.:-]", "?");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }
}
