package org.fascicle.fhir.chart;

import static org.fascicle.fhir.chart.Given.SCOPE;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.ChartFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was read of a chart prints ids and counts, so that no log can hold a patient. */
class NothingPrintedTest {

    @ParameterizedTest
    @ValueSource(strings = {"messy", "full"})
    void noReadFactPrintsWhatItHolds(String chart) {
        ChartFacts facts = ChartFromFhir.read(ChartResources.of(JsonChart.parse(JsonChart.text(chart))), SCOPE);
        String printed = Stream.of(facts, facts.diagnoses(), facts.medicines(), facts.results(), facts.unread())
                .map(Object::toString)
                .reduce("", String::concat)
                .toLowerCase(Locale.ROOT);
        Stream.of("diabetes", "sertraline", "omeprazole", "2.3", "8.9", "pregnan", "motor", "kidney")
                .forEach(word -> assertFalse(printed.contains(word), word));
    }
}
