package org.fascicle.fhir.chart;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fascicle.clinical.finding.Days;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Type;

/**
 * Dates and times as a chart writes them, the offset kept. A date known to the month or the year only is every day it can
 * be; which of them counts is the reader's choice.
 */
final class Moments {
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final int DAY_LENGTH = 10;

    private Moments() {}

    /** The days a date can be; empty when there is none or it is no date. */
    static Optional<Days> days(Type type) {
        return text(type).flatMap(Moments::days);
    }

    /** Whether a date tells its day, not only the month or the year. */
    static boolean isOfOneDay(Type type) {
        return days(type).filter(days -> days.first().equals(days.last())).isPresent();
    }

    /** The earliest day a date, a period's start or a timing can be. */
    static Optional<LocalDate> firstDay(Type type) {
        return days(type).map(Days::first);
    }

    /** The latest day a date can be, or a period reaches to; a period without an end has none. */
    static Optional<LocalDate> lastDay(Type type) {
        return type instanceof Period period
                ? days(period.getEndElement()).map(Days::last)
                : days(type).map(Days::last);
    }

    /** The earliest moment of a date, a period or a timing; a date without a time is the start of its first day. */
    static Optional<OffsetDateTime> earliest(Type type) {
        return text(type).flatMap(text -> moment(text).or(() -> days(text).map(Moments::startOfFirst)));
    }

    private static OffsetDateTime startOfFirst(Days days) {
        return days.first().atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private static Optional<String> text(Type type) {
        if (type instanceof BaseDateTimeType date) {
            return Optional.ofNullable(date.getValueAsString()).map(String::strip);
        }
        if (type instanceof Period period) {
            return Stream.of(period.getStartElement(), period.getEndElement())
                    .flatMap(end -> text(end).stream())
                    .findFirst();
        }
        return type instanceof Timing timing
                ? timing.getEvent().stream()
                        .flatMap(event -> text(event).stream())
                        .sorted()
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Days> days(String text) {
        try {
            if (YEAR.matcher(text).matches()) {
                Year year = Year.parse(text);
                return Optional.of(new Days(year.atDay(1), year.atMonth(12).atEndOfMonth()));
            }
            if (MONTH.matcher(text).matches()) {
                YearMonth month = YearMonth.parse(text);
                return Optional.of(new Days(month.atDay(1), month.atEndOfMonth()));
            }
            return text.length() < DAY_LENGTH
                    ? Optional.empty()
                    : Optional.of(Days.on(LocalDate.parse(text.substring(0, DAY_LENGTH))));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Optional<OffsetDateTime> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeParseException noTimeOrNoOffset) {
            return Optional.empty();
        }
    }
}
