package org.fascicle.knowledge.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fascicle.clinical.rule.Grounds;
import org.fascicle.clinical.rule.Source;

/** What a line rests on, in one line. */
final class GroundsToMarkdown {
    private GroundsToMarkdown() {}

    static String write(Grounds grounds) {
        List<String> parts = new ArrayList<>();
        if (!grounds.sources().isEmpty()) {
            parts.add(grounds.sources().stream().map(Source::id).collect(Collectors.joining(", ")));
        }
        if (!grounds.seeds().isEmpty()) {
            parts.add("seeds " + String.join(", ", grounds.seeds()));
        }
        parts.add("mark: " + marks(grounds));
        return String.join("; ", parts);
    }

    static String marks(Grounds grounds) {
        return grounds.needsSignOff()
                ? grounds.marks().stream()
                        .sorted()
                        .map(mark -> switch (mark) {
                            case GENERAL_KNOWLEDGE -> "general knowledge";
                            case POLICY -> "policy";
                        })
                        .collect(Collectors.joining(", "))
                : "sourced";
    }
}
