package org.fascicle.cdshooks.notice;

import static java.util.Comparator.comparing;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fascicle.cdshooks.card.Action;
import org.fascicle.cdshooks.card.Suggestion;
import org.fascicle.clinical.chart.Activity;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * An order that is being chosen or signed.
 *
 * @param activities what it stands for; none when we do not know it
 */
record Draft(ServiceRequest order, Set<Activity> activities) {

    static Draft of(ServiceRequest order, String subject) {
        return new Draft(order, Orders.activities(order, subject));
    }

    /** In our words, never the order's own. */
    String words() {
        String words = activities.stream()
                .sorted(comparing(Activity::ordinal))
                .map(Activity::words)
                .collect(Collectors.joining(" and "));
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Whether the chart lists this very order at that place. */
    boolean isIn(String reference) {
        return reference().filter(reference::equals).isPresent();
    }

    Optional<String> reference() {
        return Optional.ofNullable(order.getIdElement().getIdPart()).map(id -> "ServiceRequest/" + id);
    }

    /** Takes the order back; not offered for an order without an id, which cannot be named. */
    Optional<Suggestion> withdrawal() {
        return reference()
                .map(named -> Suggestion.possible(
                        "Leave this order out", new Action.Delete("Remove the draft order: " + words(), named)));
    }

    @Override
    public String toString() {
        return "Draft" + activities;
    }
}
