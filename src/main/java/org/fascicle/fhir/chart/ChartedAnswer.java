package org.fascicle.fhir.chart;

import java.time.LocalDate;
import java.util.List;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.finding.Item;

/**
 * An answer that the chart already gives, for a draft the clinician completes. Always something the chart says; what it
 * does not say stays unanswered.
 *
 * @param sources where the chart says it, at least one
 * @param words what it says there
 */
public record ChartedAnswer(Item item, Value value, List<Entry> sources, String words) {

    /** What is answered. */
    public sealed interface Value {}

    /** One of the codes on offer. */
    public record Code(String code) implements Value {}

    /** A day; one known to the month or year only is its first day. */
    public record Day(LocalDate day) implements Value {}

    /** Free text. */
    public record Text(String text) implements Value {
        @Override
        public String toString() {
            return "Text";
        }
    }

    public ChartedAnswer {
        sources = List.copyOf(sources);
    }

    /** The item alone: answers are the patient's. */
    @Override
    public String toString() {
        return "ChartedAnswer[" + item.linkId() + "]";
    }
}
