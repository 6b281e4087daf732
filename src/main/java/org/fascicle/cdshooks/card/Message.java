package org.fascicle.cdshooks.card;

/**
 * What a card says.
 *
 * @param summary plain text, under 140 characters
 * @param detail GitHub-flavoured Markdown, made with {@link Markdown}
 */
public record Message(String summary, Indicator indicator, String detail) {
    private static final int LONGEST = 139;

    public Message {
        if (summary.codePointCount(0, summary.length()) > LONGEST) {
            int end = summary.offsetByCodePoints(0, LONGEST - 1);
            summary = summary.substring(0, end).stripTrailing() + "…";
        }
    }
}
