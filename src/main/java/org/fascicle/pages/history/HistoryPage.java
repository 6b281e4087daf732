package org.fascicle.pages.history;

import java.util.List;
import java.util.Optional;
import org.fascicle.look.Banner;
import org.fascicle.look.Frame;
import org.fascicle.look.Words;

/** The earlier assessments, drawn. */
public record HistoryPage(
        Frame frame, Optional<Banner> banner, Words words, Start start, Timeline timeline, List<PlotView> plots) {

    /**
     * Where to go on.
     *
     * @param draft what is said of a draft in progress; empty when there is none
     */
    public record Start(String launch, String interview, String restart, String draft, String version) {}

    /**
     * One assessment.
     *
     * @param urgency its code; empty when it is not recorded
     * @param changes what was different, in words
     */
    public record Past(
            String when, String who, String urgency, String urgencyWords, String result, List<String> changes) {
        public Past {
            changes = List.copyOf(changes);
        }
    }

    /** What happened, the newest first. */
    public record Timeline(List<Past> past, List<Said> cards) {
        public Timeline {
            past = List.copyOf(past);
            cards = List.copyOf(cards);
        }
    }

    /**
     * What was said to a card.
     *
     * @param card what the card was about
     * @param answer what became of it, with the reason
     * @param comment the clinician's own words; empty for none
     */
    public record Said(String when, String card, String answer, String comment) {
        @Override
        public String toString() {
            return "Said[]";
        }
    }

    public HistoryPage {
        plots = List.copyOf(plots);
    }

    @Override
    public String toString() {
        return "HistoryPage[]";
    }
}
