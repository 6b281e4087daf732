package org.fascicle.cdshooks.feedback;

import java.util.List;

/**
 * What was said to a card. A record of texts, for it is kept as JSON.
 *
 * @param card the card's uuid
 * @param outcome {@code accepted} or {@code overridden}
 * @param suggestions the uuids of accepted suggestions
 * @param reason the code of the reason for overriding; empty when none of ours was given
 * @param comment the clinician's own words, to be escaped wherever they are shown; empty for none
 * @param at when, in ISO 8601
 */
public record Feedback(
        String card, String outcome, List<String> suggestions, String reason, String comment, String at) {
    public Feedback {
        suggestions = List.copyOf(suggestions);
    }

    @Override
    public String toString() {
        return "Feedback[" + card + ", " + outcome + "]";
    }
}
