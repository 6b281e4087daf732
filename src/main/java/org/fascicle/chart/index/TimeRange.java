package org.fascicle.chart.index;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * A stretch of time, from {@code low} to just before {@code high}, in milliseconds since 1970. A FHIR date stands for all of
 * the day, month or year it names, a time for its second or millisecond.
 *
 * @see <a href="https://hl7.org/fhir/R4/search.html#date">search: date</a>
 */
public record TimeRange(long low, long high) {
    /** No time at all: before everything, and found by no comparison. */
    public static final TimeRange NONE = new TimeRange(Long.MIN_VALUE, Long.MIN_VALUE);

    /** What is earlier than any time that can be written. */
    static final long OPEN_START = Long.MIN_VALUE + 1;

    /** What is later than any time that can be written. */
    static final long OPEN_END = Long.MAX_VALUE;

    private static final Pattern FORM = Pattern.compile("(?<year>\\d{4})(?:-(?<month>\\d\\d)(?:-(?<day>\\d\\d)"
            + "(?:T(?<time>\\d\\d:\\d\\d(?<seconds>:\\d\\d(?<fraction>\\.\\d{1,9})?)?)"
            + "(?<zone>Z|[+-]\\d\\d:\\d\\d)?)?)?)?");

    /** Reads a FHIR date, dateTime or instant; where it names no zone, it is meant in the given one. Fault: malformed. */
    public static TimeRange read(String text, ZoneId zone) {
        Matcher form = FORM.matcher(text);
        try {
            if (form.matches()) {
                return form.group("time") == null ? days(form, zone) : moment(form, zone);
            }
        } catch (DateTimeException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    /** The shortest stretch that has both in it; {@link #NONE} adds nothing. */
    TimeRange and(TimeRange other) {
        if (equals(NONE) || other.equals(NONE)) {
            return equals(NONE) ? other : this;
        }
        return new TimeRange(Math.min(low, other.low), Math.max(high, other.high));
    }

    private static TimeRange days(Matcher form, ZoneId zone) {
        if (form.group("month") == null) {
            Year year = Year.parse(form.group("year"));
            return between(year.atDay(1), year.plusYears(1).atDay(1), zone);
        }
        if (form.group("day") == null) {
            YearMonth month = YearMonth.parse(form.group());
            return between(month.atDay(1), month.plusMonths(1).atDay(1), zone);
        }
        LocalDate day = LocalDate.parse(form.group());
        return between(day, day.plusDays(1), zone);
    }

    private static TimeRange between(LocalDate from, LocalDate until, ZoneId zone) {
        return new TimeRange(
                from.atStartOfDay(zone).toInstant().toEpochMilli(),
                until.atStartOfDay(zone).toInstant().toEpochMilli());
    }

    private static TimeRange moment(Matcher form, ZoneId zone) {
        String written = form.group("zone");
        LocalDateTime local = LocalDateTime.parse(
                form.group().substring(0, form.group().length() - (written == null ? 0 : written.length())));
        Instant start = (written == null ? local.atZone(zone) : local.atZone(ZoneOffset.of(written))).toInstant();
        ChronoUnit unit = form.group("fraction") != null
                ? ChronoUnit.MILLIS
                : form.group("seconds") != null ? ChronoUnit.SECONDS : ChronoUnit.MINUTES;
        return new TimeRange(
                start.toEpochMilli(), start.toEpochMilli() + unit.getDuration().toMillis());
    }

    private static Fault unreadable() {
        return new Fault(
                Kind.MALFORMED,
                "a date in the search is not a FHIR date; write `2026`, `2026-11`, `2026-11-22` or"
                        + " `2026-11-22T10:15:00Z`");
    }
}
