package org.fascicle.cdshooks.card;

import java.util.List;
import java.util.Optional;

/**
 * A card as it is shown.
 *
 * @param uuid names it in feedback
 * @param response the id of the response that the app should open; empty when there is none yet
 */
public record Card(String uuid, Message message, List<Suggestion> suggestions, Optional<String> response) {
    public Card {
        suggestions = List.copyOf(suggestions);
    }

    @Override
    public String toString() {
        return "Card[" + uuid + "]";
    }
}
