package org.fascicle.sandbox.cards;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.fascicle.sandbox.cards.ShownCard.Face;
import org.fascicle.sandbox.cards.ShownCard.Link;
import org.fascicle.sandbox.cards.ShownCard.Offer;
import org.fascicle.sandbox.cards.ShownCard.Origin;
import org.fascicle.sandbox.cards.ShownCard.Reason;

/**
 * Reads a service's answer; what is no card is passed over.
 *
 * @param base our own address: links that lead elsewhere are not shown
 */
record CardsFromJson(URI base, String service, String patient) {
    private static final int SUMMARY = 140;

    List<ShownCard> read(JsonNode answer) {
        return each(answer.path("cards"))
                .filter(card -> card.path("summary").isTextual())
                .map(this::card)
                .toList();
    }

    private ShownCard card(JsonNode card) {
        String id = card.path("uuid").asText(UUID.randomUUID().toString());
        return new ShownCard(
                new Origin(id, service, patient),
                face(card),
                each(card.path("suggestions")).map(CardsFromJson::offer).toList(),
                each(card.path("links"))
                        .filter(link -> link.path("type").asText().equals("smart"))
                        .filter(link -> link.path("url").asText().equals(base + "/launch"))
                        .map(link -> new Link(
                                link.path("label").asText(),
                                link.path("appContext").asText()))
                        .toList(),
                each(card.path("overrideReasons"))
                        .map(reason -> new Reason(
                                reason.path("system").asText(),
                                reason.path("code").asText(),
                                reason.path("display").asText()))
                        .toList());
    }

    private Face face(JsonNode card) {
        String summary = card.path("summary").asText();
        String url = card.at("/source/url").asText();
        return new Face(
                summary.length() > SUMMARY ? summary.substring(0, SUMMARY) + "…" : summary,
                indicator(card.path("indicator").asText()),
                Optional.of(card.path("detail").asText())
                        .filter(detail -> !detail.isBlank())
                        .map(Markdown::html)
                        .orElse(""),
                card.at("/source/label").asText(),
                url.startsWith(base + "/") ? url : "");
    }

    private static String indicator(String given) {
        return given.equals("critical") || given.equals("warning") ? given : "info";
    }

    private static Offer offer(JsonNode suggestion) {
        return new Offer(
                suggestion.path("uuid").asText(),
                suggestion.path("label").asText(),
                suggestion.path("isRecommended").asBoolean(false),
                each(suggestion.path("actions"))
                        .filter(action -> action.path("type").asText().equals("create"))
                        .map(action -> action.path("resource").toString())
                        .toList());
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.empty();
    }
}
