package org.fascicle.chart.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Timing;
import org.junit.jupiter.api.Test;

/** Dates stand for all of the day, month or year they name. */
class DateSearchTest extends StoreTest {

    @Test
    void aTimeIsFoundByTheDayMonthAndYearItLiesIn() {
        at("t", "2026-02-03T04:05:06Z");
        for (String date :
                List.of("2026", "2026-02", "2026-02-03", "2026-02-03T04:05Z", "2026-02-03T05:05:06%2B01:00")) {
            assertFound(date, "t");
        }
        assertFound("2026-02-04");
        assertFound("2026-02-03T04:05:07Z");
    }

    @Test
    void aDateIsNotFoundByATimeWithinIt() {
        at("d", "2026-02-03");
        assertFound("2026-02-03T04:05:06Z");
        assertFound("2026-02-03", "d");
        assertFound("2026-02", "d");
    }

    @Test
    void comparisonsTakeTheWholeOfADay() {
        at("before", "2026-02-02T23:59:59Z");
        at("on", "2026-02-03T12:00:00Z");
        at("after", "2026-02-04T00:00:00Z");
        assertFound("gt2026-02-03", "after");
        assertFound("ge2026-02-03", "after", "on");
        assertFound("lt2026-02-03", "before");
        assertFound("le2026-02-03", "before", "on");
        assertFound("sa2026-02-03", "after");
        assertFound("eb2026-02-03", "before");
        assertFound("eq2026-02-03", "on");
    }

    @Test
    void aMonthThatIsOnlyPartlyOnASideIsOnBoth() {
        at("m", "2026-02");
        assertFound("gt2026-02-03", "m");
        assertFound("lt2026-02-03", "m");
        assertFound("sa2026-02-03");
        assertFound("eb2026-02-03");
        assertFound("2026-02-03");
    }

    @Test
    void aPeriodIsComparedByItsEnds() {
        during("p", "2026-01-10", "2026-01-20");
        assertFound("2026-01", "p");
        assertFound("2026-01-15");
        assertFound("ge2026-01-20", "p");
        assertFound("gt2026-01-20");
        assertFound("le2026-01-10", "p");
        assertFound("lt2026-01-10");
        assertFound("sa2026-01-09", "p");
        assertFound("eb2026-01-21", "p");
    }

    @Test
    void anOpenPeriodHasNoEnd() {
        during("open", "2026-01-10", "");
        during("ended", "", "2026-01-20");
        assertFound("ge2099", "open");
        assertFound("le1900", "ended");
        assertFound("gt2026-01-20", "open");
        assertFound("lt2026-01-10", "ended");
        assertFound("2026");
    }

    @Test
    void aTimingIsAllOfItsEvents() {
        Observation observation = observation("t");
        observation.setEffective(new Timing()
                .addEvent(Date.from(Instant.parse("2026-03-01T00:00:00Z")))
                .addEvent(Date.from(Instant.parse("2026-01-01T00:00:00Z"))));
        chart.update(observation);
        assertFound("2026", "t");
        assertFound("2026-01");
        assertFound("ge2026-03-01", "t");
    }

    @Test
    void whatHasNoDateIsFoundByNoComparison() {
        chart.update(observation("none"));
        for (String date : List.of("2026", "ge1000", "le9998", "gt1000", "lt9998", "sa1000", "eb9998")) {
            assertFound(date);
        }
    }

    @Test
    void severalDatesAreARange() {
        at("a", "2026-02-02");
        at("b", "2026-02-03");
        at("c", "2026-02-04");
        assertEquals(List.of("b"), find("Observation?date=gt2026-02-02&date=lt2026-02-04"));
        assertEquals(List.of("a", "c"), find("Observation?date=2026-02-02,2026-02-04"));
        assertEquals(List.of("a", "c"), find("Observation?date=le2026-02-02,ge2026-02-04"));
    }

    @Test
    void aDateWithoutATimeZoneIsMeantInTheClocksZone() {
        chart.close();
        chart = open(new StepClock(ZoneId.of("America/New_York")));
        at("evening", "2026-02-04T03:00:00Z");
        assertFound("2026-02-03", "evening");
        assertFound("2026-02-04");
    }

    private void assertFound(String date, String... ids) {
        assertEquals(List.of(ids).stream().sorted().toList(), find("Observation?date=" + date), date);
    }

    private void at(String id, String date) {
        BaseDateTimeType effective = new DateTimeType(date);
        chart.update(observation(id).setEffective(effective));
    }

    private void during(String id, String start, String end) {
        Period period = new Period();
        if (!start.isEmpty()) {
            period.setStartElement(new DateTimeType(start));
        }
        if (!end.isEmpty()) {
            period.setEndElement(new DateTimeType(end));
        }
        chart.update(observation(id).setEffective(period));
    }

    private static Observation observation(String id) {
        Observation observation = new Observation();
        observation.setId(id);
        return observation;
    }
}
