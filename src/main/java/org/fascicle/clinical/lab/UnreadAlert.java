package org.fascicle.clinical.lab;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A result its laboratory flagged critical, whose number cannot be used. It may be anything: it alerts until a later result
 * shows what it is.
 *
 * @param taken empty when the chart does not tell the day
 * @param latest where the day is not told, no later than this it was taken; empty when nothing tells: it then counts as
 *     recent, and nothing is surely later
 */
public record UnreadAlert(
        Analyte analyte, Optional<OffsetDateTime> taken, Optional<OffsetDateTime> latest, String reference) {

    public UnreadAlert {
        latest = taken.isPresent() ? Optional.empty() : latest;
    }

    public UnreadAlert(Analyte analyte, Optional<OffsetDateTime> taken, String reference) {
        this(analyte, taken, Optional.empty(), reference);
    }

    public Optional<LocalDate> day() {
        return taken.map(OffsetDateTime::toLocalDate);
    }

    /** The last day on which it can have been taken. */
    Optional<LocalDate> latestDay() {
        return taken.or(() -> latest).map(OffsetDateTime::toLocalDate);
    }

    /** What is preliminary settles nothing, nor does what a haemolysed sample may have raised. */
    boolean isSettledBy(LabResult result) {
        return result.analyte() == analyte
                && result.report().isFinal()
                && !result.mayBeRaised()
                && (taken.filter(result::isSurelyAfter).isPresent()
                        || latest.filter(last -> isWellAfter(result, last)).isPresent());
    }

    /** More than a day, which no time zone and no clock of a laboratory makes up for. */
    private static boolean isWellAfter(LabResult result, OffsetDateTime last) {
        return result.taken().isAfter(last.plusDays(1));
    }

    @Override
    public String toString() {
        return "UnreadAlert[" + analyte + "]";
    }
}
