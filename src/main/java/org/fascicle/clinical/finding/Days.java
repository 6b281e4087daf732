package org.fascicle.clinical.finding;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A date that may be known to the day, the month or the year only: the first and the last day it can be. */
public record Days(LocalDate first, LocalDate last) {

    public static Days on(LocalDate day) {
        return new Days(day, day);
    }

    /** How many days before {@code day} this was; negative when after it. */
    public Span daysBefore(LocalDate day) {
        return new Span(ChronoUnit.DAYS.between(last, day), ChronoUnit.DAYS.between(first, day));
    }

    /** How many whole years before {@code day} this was. */
    public Span yearsBefore(LocalDate day) {
        return new Span(ChronoUnit.YEARS.between(last, day), ChronoUnit.YEARS.between(first, day));
    }
}
