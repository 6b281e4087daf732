package org.fascicle.clinical.lab;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What about the patient changes how a result is read.
 *
 * @param today the day the response was authored, from which ages of results are counted
 * @param since the first day from which a result can settle anything: after onset and after the last relevant change of
 *     medicine; empty when the onset is unknown, and then no result does
 * @param isMale for the creatine kinase limit; unknown sex counts as the stricter
 * @param isKidneyFailure on dialysis or in stage 5 kidney disease
 */
public record LabContext(
        LocalDate today, Optional<LocalDate> since, boolean isMale, boolean isPregnant, boolean isKidneyFailure) {

    long ageInDays(LocalDate day) {
        return ChronoUnit.DAYS.between(day, today);
    }

    boolean isAfterOnset(LabResult result) {
        return since.isPresent() && !result.day().isBefore(since.get());
    }
}
