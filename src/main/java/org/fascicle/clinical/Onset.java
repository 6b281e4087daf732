package org.fascicle.clinical;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.fascicle.clinical.finding.Answers;
import org.fascicle.clinical.finding.Days;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.finding.Span;

/**
 * When the twitching began.
 *
 * @param daysAgo how many days before the response, as far as it is known
 * @param latest the latest day it can have begun: a result from before that day cannot settle anything (C.8.18)
 */
public record Onset(Span daysAgo, Optional<LocalDate> latest) {

    public static final Onset UNKNOWN = new Onset(Span.UNKNOWN, Optional.empty());

    private record Coded(Span daysAgo, int latestDaysAgo) {}

    private static final Map<String, Coded> CODED = Map.of(
            "lt-2w", new Coded(new Span(0, 14), 0),
            "2w-3m", new Coded(new Span(15, 91), 14),
            "3m-12m", new Coded(new Span(92, 365), 91),
            "gt-12m", new Coded(new Span(366, Double.POSITIVE_INFINITY), 365));

    /** The exact date wins over the code; a date after {@code today} is impossible and is not used. */
    static Onset of(Answers answers, LocalDate today) {
        return answers.date(Item.SX_ONSET_DATE)
                .filter(days -> !isAfter(days, today))
                .map(days -> dated(days, today))
                .orElseGet(() -> coded(answers, today));
    }

    static boolean isAfter(Days days, LocalDate today) {
        return days.first().isAfter(today);
    }

    private static Onset dated(Days days, LocalDate today) {
        LocalDate last = days.last().isAfter(today) ? today : days.last();
        return new Onset(new Days(days.first(), last).daysBefore(today), Optional.of(last));
    }

    private static Onset coded(Answers answers, LocalDate today) {
        return answers.codes(Item.SX_ONSET).stream()
                .findFirst()
                .map(CODED::get)
                .map(coded -> new Onset(coded.daysAgo(), Optional.of(today.minusDays(coded.latestDaysAgo()))))
                .orElse(UNKNOWN);
    }
}
