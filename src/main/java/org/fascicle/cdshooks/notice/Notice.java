package org.fascicle.cdshooks.notice;

import java.util.List;
import java.util.Optional;
import org.fascicle.cdshooks.card.Message;
import org.fascicle.cdshooks.card.Suggestion;

/**
 * Something worth saying, before it is a card.
 *
 * @param response the id of the response the app should open; empty when there is none
 */
public record Notice(Matter matter, Message message, List<Suggestion> suggestions, Optional<String> response) {
    public Notice {
        suggestions = List.copyOf(suggestions);
    }

    @Override
    public String toString() {
        return "Notice[" + matter.rule() + "]";
    }
}
