package org.fascicle.assessing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.advice.Advice;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.chart.ChartResources;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.ExampleCase.Expectation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the patient of each case is told, and what this one is not told. */
class AdviceCasesTest {
    private static final ResponseReader READER = new ResponseReader(new Interviews(Definitions.published()));
    private static final Judge JUDGE = new Judge(Limits.standard());
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-21T09:00:00Z");

    static Stream<ExampleCase> casesWithAdvice() {
        return ExampleCase.all()
                .filter(example -> example.expectations().stream()
                        .anyMatch(expected -> expected.key().startsWith("advice")));
    }

    @ParameterizedTest
    @MethodSource("casesWithAdvice")
    void aPatientIsToldWhatTheClinicianExpects(ExampleCase example) {
        Optional<ChartResources> chart = example.chart().map(ChartResources::of);
        Set<String> told = JUDGE.judge(READER.read(example.response()), chart, NOW).advice().stream()
                .map(Advice::id)
                .collect(Collectors.toSet());
        for (Expectation expected : example.expectations()) {
            Set<String> named = new HashSet<>(expected.words());
            if (expected.key().equals("advice includes")) {
                named.removeAll(told);
                assertEquals(Set.of(), named, () -> "not told, of " + told);
            } else if (expected.key().equals("advice excludes")) {
                named.retainAll(told);
                assertEquals(Set.of(), named, "told");
            }
        }
    }
}
