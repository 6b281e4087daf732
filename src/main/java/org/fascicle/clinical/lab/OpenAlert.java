package org.fascicle.clinical.lab;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.Comparator;
import org.fascicle.clinical.finding.Presence;

/**
 * An alert no later result has settled.
 *
 * @param band at least this; how much worse nobody can tell
 */
public record OpenAlert(UnreadAlert alert, Band band) {
    /** The worst, the newest of these; what has no date may be of today. */
    static final Comparator<OpenAlert> GRAVITY = comparing(OpenAlert::band)
            .thenComparing(open -> open.alert.latestDay().orElse(LocalDate.MAX))
            .thenComparing(open -> open.alert.reference(), Comparator.reverseOrder());

    OpenAlert worseOf(OpenAlert other) {
        return GRAVITY.compare(this, other) >= 0 ? this : other;
    }

    public Presence isAtLeast(Band worse) {
        return band.isAtLeast(worse) ? Presence.PRESENT : Presence.UNKNOWN;
    }
}
