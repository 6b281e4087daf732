package org.fascicle.pages.interview;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as people type it, to the day, the month or the year: {@code 2026-03-09}, {@code 9.3.2026}, {@code 3.2026}. */
final class DayText {
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{1,2}))?(?:-(\\d{1,2}))?");
    private static final Pattern DOTTED = Pattern.compile("(?:(?:(\\d{1,2})\\.)?(\\d{1,2})\\.)?(\\d{4})");

    private DayText() {}

    /** As FHIR writes it; empty when it is no day there ever is. */
    static Optional<String> read(String typed) {
        Matcher iso = ISO.matcher(typed.strip());
        if (iso.matches()) {
            return written(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher dotted = DOTTED.matcher(typed.replace(" ", ""));
        return dotted.matches() ? written(dotted.group(3), dotted.group(2), dotted.group(1)) : Optional.empty();
    }

    private static Optional<String> written(String year, String month, String day) {
        if (month == null) {
            return Optional.of(year);
        }
        try {
            YearMonth known = YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
            return Optional.of(day == null ? known.toString() : day(known, day).toString());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static LocalDate day(YearMonth month, String day) {
        return month.atDay(Integer.parseInt(day));
    }
}
