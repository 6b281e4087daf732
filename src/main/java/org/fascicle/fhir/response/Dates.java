package org.fascicle.fhir.response;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.fascicle.clinical.finding.Days;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateType;

/** Dates as FHIR writes them: to the day, the month or the year. */
final class Dates {
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2099;

    private Dates() {}

    static Days days(DateType date) {
        String text = date.getValueAsString();
        return switch (date.getPrecision()) {
            case YEAR ->
                new Days(Year.parse(text).atDay(1), Year.parse(text).atMonth(12).atEndOfMonth());
            case MONTH ->
                new Days(YearMonth.parse(text).atDay(1), YearMonth.parse(text).atEndOfMonth());
            default -> Days.on(LocalDate.parse(text));
        };
    }

    static boolean isPlausible(BaseDateTimeType time) {
        return time.getYear() != null && time.getYear() >= EARLIEST_YEAR && time.getYear() <= LATEST_YEAR;
    }
}
