package org.fascicle.cdshooks.card;

import static org.fascicle.fhir.json.Element.element;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.fascicle.fhir.json.Element;
import org.fascicle.fhir.json.Types;
import org.fascicle.fhir.term.Systems;

/**
 * Writes cards. What is empty is left out, but for the list of cards itself: an empty one says that there is nothing to
 * say. Every link leads to our own address.
 *
 * @param base our own address, without a slash at the end
 */
public record CardsToJson(URI base) {

    public ObjectNode write(List<Card> cards) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("cards")
                .addAll(cards.stream().map(this::card).map(Element::json).toList());
        return answer;
    }

    private Element card(Card card) {
        Element written = element()
                .set("uuid", card.uuid())
                .set("summary", card.message().summary())
                .set("detail", card.message().detail())
                .set("indicator", card.message().indicator().code())
                .set("source", element().set("label", "Fascicle").set("url", base + "/about"));
        for (Suggestion suggestion : card.suggestions()) {
            written.add("suggestions", suggestion(card, suggestion));
        }
        written.set("selectionBehavior", card.suggestions().isEmpty() ? "" : "any");
        for (OverrideReason reason : OverrideReason.values()) {
            written.add("overrideReasons", Types.coding(Systems.OVERRIDE_REASON, reason.code(), reason.display()));
        }
        return written.add("links", link(card));
    }

    /** The same suggestion of the same card has the same name, however often the card is asked for. */
    private static Element suggestion(Card card, Suggestion suggestion) {
        String name = card.uuid() + "/" + card.suggestions().indexOf(suggestion);
        Element written = element()
                .set("label", suggestion.label())
                .set(
                        "uuid",
                        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                                .toString())
                .set("isRecommended", suggestion.isRecommended());
        suggestion.actions().forEach(action -> written.add("actions", action.written()));
        return written;
    }

    private Element link(Card card) {
        String context = card.response()
                .map(id -> element().set("response", id).json().toString())
                .orElse("");
        return element()
                .set(
                        "label",
                        card.response().isPresent() ? "Open the history in Fascicle" : "Take a history in Fascicle")
                .set("url", base + "/launch")
                .set("type", "smart")
                .set("appContext", context);
    }
}
