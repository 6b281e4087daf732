package org.fascicle.pages.interview;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fascicle.pages.visit.Moments;
import org.fascicle.pages.visit.Visit;
import org.fascicle.smart.exchange.User;
import org.fascicle.state.Held;
import org.fascicle.state.Shelf;

/**
 * Answers that could not be kept in the chart because the session had ended: kept here, sealed, until the same clinician
 * opens the same patient again.
 */
public final class Unsaved {

    /**
     * As they are kept.
     *
     * @param at when they were entered, as FHIR writes it
     */
    public record Answers(Map<String, List<String>> answers, String at) {
        @Override
        public String toString() {
            return "Answers[]";
        }
    }

    private final Shelf<Answers> shelf;

    public Unsaved(Shelf<Answers> shelf) {
        this.shelf = shelf;
    }

    /** @param response the completed response that was being amended; empty for a draft */
    void keep(Visit visit, String response, Entered entered) {
        shelf.put(name(visit, response), new Answers(new HashMap<>(entered.answers()), Moments.fhir(visit.now())));
    }

    Optional<Found> find(Visit visit, String response) {
        return shelf.find(name(visit, response))
                .map(Held::value)
                .map(kept -> new Found(new Entered(kept.answers()), OffsetDateTime.parse(kept.at())));
    }

    /** What was entered, and when. */
    record Found(Entered entered, OffsetDateTime at) {}

    void forget(Visit visit, String response) {
        shelf.take(name(visit, response));
    }

    private static String name(Visit visit, String response) {
        String who = visit.launch().user().map(User::reference).orElse("");
        return String.join(" ", visit.launch().fhirBase(), visit.subject(), who, response);
    }
}
