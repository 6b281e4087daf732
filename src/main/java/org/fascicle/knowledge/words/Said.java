package org.fascicle.knowledge.words;

import java.util.List;

/** A criterion in words: a phrase, and under it the phrases it speaks of. */
record Said(String phrase, List<Said> parts) {

    Said {
        parts = List.copyOf(parts);
    }

    static Said of(String phrase) {
        return new Said(phrase, List.of());
    }

    /** The same, with words before it. */
    Said after(String words) {
        return new Said(words + " " + phrase, parts);
    }

    /** As a Markdown list, a step further right for each part. */
    String bullets() {
        StringBuilder bullets = new StringBuilder();
        write(bullets, "");
        return bullets.toString();
    }

    private void write(StringBuilder bullets, String margin) {
        bullets.append(margin).append("- ").append(phrase).append('\n');
        parts.forEach(part -> part.write(bullets, margin + "  "));
    }
}
