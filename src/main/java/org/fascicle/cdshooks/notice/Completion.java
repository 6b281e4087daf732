package org.fascicle.cdshooks.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.cdshooks.card.Indicator;
import org.fascicle.cdshooks.card.Markdown;
import org.fascicle.cdshooks.card.Message;
import org.fascicle.cdshooks.card.Suggestion;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.chart.PlacedOrder;
import org.hl7.fhir.r4.model.ServiceRequest;

/** An order for something that was proposed: links the two, and offers the rest of the proposed workup. */
final class Completion {
    private Completion() {}

    static Optional<Notice> of(Situation situation, Draft draft, List<Draft> allDrafts) {
        return situation.recorded().stream()
                .flatMap(recorded -> recorded.untouched().stream())
                .filter(proposal -> isFor(proposal, draft.activities().stream(), situation))
                .findFirst()
                .filter(proposal -> draft.order().getBasedOn().stream()
                        .noneMatch(based -> OrderDrafts.reference(proposal).equals(based.getReference())))
                .map(proposal -> notice(situation, draft, proposal, rest(situation, proposal, allDrafts)));
    }

    private static boolean isFor(ServiceRequest proposal, Stream<Activity> ordered, Situation situation) {
        List<PlacedOrder> proposed = Orders.read(List.of(proposal), situation.subject());
        return ordered.anyMatch(activity -> proposed.stream()
                .anyMatch(order -> order.activities().stream()
                        .anyMatch(wanted -> activity.covers(wanted) || wanted.covers(activity))));
    }

    /** What else was proposed, and is neither being ordered nor ordered already. */
    private static List<ServiceRequest> rest(Situation situation, ServiceRequest linked, List<Draft> drafts) {
        List<PlacedOrder> placed = Orders.placed(situation);
        return situation.recorded().stream()
                .flatMap(recorded -> recorded.untouched().stream())
                .filter(proposal -> proposal != linked)
                .filter(proposal ->
                        drafts.stream().noneMatch(other -> isFor(proposal, other.activities().stream(), situation)))
                .filter(proposal ->
                        placed.stream().noneMatch(order -> isFor(proposal, order.activities().stream(), situation)))
                .toList();
    }

    private static Notice notice(Situation situation, Draft draft, ServiceRequest proposal, List<ServiceRequest> rest) {
        List<Suggestion> suggestions = new ArrayList<>();
        if (draft.reference().isPresent()) {
            suggestions.add(Suggestion.recommended(
                    "Link this order to the proposal", OrderDrafts.basedOn(draft.order(), proposal)));
        }
        suggestions.addAll(OrderDrafts.ofProposals(rest));
        Markdown detail = new Markdown()
                .paragraph("This order is part of the workup proposed for this patient's muscle twitching.")
                .section("Also proposed", rest.stream().map(Completion::words).toList())
                .section("Please note", Explained.notRead(situation.unread()).toList());
        String key = situation.response().orElseThrow().getIdElement().getIdPart();
        return new Notice(
                Matter.of("completes", key, draft.words()),
                new Message(
                        draft.words() + " is part of the proposed workup"
                                + (rest.isEmpty() ? "" : "; " + rest.size() + " more proposed"),
                        Indicator.INFO,
                        Explained.closing(detail).toString()),
                suggestions,
                Optional.of(key));
    }

    private static String words(ServiceRequest proposal) {
        return proposal.getCode().hasText() ? proposal.getCode().getText() : "one more request";
    }
}
