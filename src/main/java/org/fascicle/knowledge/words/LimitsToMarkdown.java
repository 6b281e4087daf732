package org.fascicle.knowledge.words;

import org.fascicle.clinical.limit.Limit;

/** The numbers the rules compare with, and how far a hospital may move them. */
final class LimitsToMarkdown {
    private LimitsToMarkdown() {}

    static String write() {
        StringBuilder table =
                new StringBuilder("| key | value | unit | may be set from | to |\n|---|---|---|---|---|\n");
        for (Limit limit : Limit.values()) {
            table.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            limit.key(),
                            number(limit.standard()),
                            limit.unit(),
                            number(limit.lowest()),
                            number(limit.highest())));
        }
        return table.toString();
    }

    /** Without a trailing {@code .0}. */
    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
