package org.fascicle.clinical.lab;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A result its laboratory flagged critical, whose number cannot be used. It may be anything: it alerts until a later result
 * shows what it is.
 *
 * @param taken empty when the chart does not tell; it then counts as recent, and nothing is surely later
 */
public record UnreadAlert(Analyte analyte, Optional<OffsetDateTime> taken, String reference) {

    public Optional<LocalDate> day() {
        return taken.map(OffsetDateTime::toLocalDate);
    }

    /** What is preliminary settles nothing, nor does what a haemolysed sample may have raised. */
    boolean isSettledBy(LabResult result) {
        return result.analyte() == analyte
                && result.report().isFinal()
                && !result.mayBeRaised()
                && taken.filter(result::isSurelyAfter).isPresent();
    }

    @Override
    public String toString() {
        return "UnreadAlert[" + analyte + "]";
    }
}
