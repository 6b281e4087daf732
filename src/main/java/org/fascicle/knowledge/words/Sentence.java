package org.fascicle.knowledge.words;

/** The beginning of a sentence. */
final class Sentence {
    private Sentence() {}

    static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
