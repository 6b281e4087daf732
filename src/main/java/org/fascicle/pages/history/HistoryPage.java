package org.fascicle.pages.history;

import java.util.List;
import java.util.Optional;
import org.fascicle.look.Banner;
import org.fascicle.look.Frame;
import org.fascicle.look.Words;

/** The earlier assessments, drawn. */
public record HistoryPage(
        Frame frame, Optional<Banner> banner, Words words, Start start, List<Past> past, List<PlotView> plots) {

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

    public HistoryPage {
        past = List.copyOf(past);
        plots = List.copyOf(plots);
    }

    @Override
    public String toString() {
        return "HistoryPage[]";
    }
}
