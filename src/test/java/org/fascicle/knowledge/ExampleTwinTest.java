package org.fascicle.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fascicle.clinical.CaseFile;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.FhirCase;
import org.junit.jupiter.api.Test;

/**
 * The published CQL judges every example case as Java does, from the chart as it was sent. Java also reads what a chart says
 * in words; where a case rests on words, CQL is given the same facts by their codes.
 */
class ExampleTwinTest {

    @Test
    void everyExampleIsJudgedAlike() {
        Map<String, String> differences = new TreeMap<>();
        ExampleCase.all().forEach(example -> {
            CaseFile file = Examples.file(example);
            Verdict.of(file)
                    .firstDifference(judge(example, Examples.asCode(example)))
                    .ifPresent(difference -> differences.put(example.name(), difference));
        });
        assertEquals(Map.of(), differences);
    }

    /** So that the list above holds no case that needs no place on it. */
    @Test
    void whatACaseSaysInWordsIsUnknownToCql() {
        Set<String> alike = new java.util.TreeSet<>(Examples.IN_WORDS);
        ExampleCase.all()
                .filter(example -> Examples.IN_WORDS.contains(example.name()))
                .filter(example -> Verdict.of(Examples.file(example))
                        .firstDifference(judge(example, Examples.asSent(example)))
                        .isPresent())
                .forEach(example -> alike.remove(example.name()));
        assertEquals(Set.of(), alike);
    }

    private static Verdict judge(ExampleCase example, FhirCase given) {
        return CqlJudge.published()
                .judge(given, Map.of("ChartRead", example.chartJson().isPresent(), "ResponseId", Examples.RESPONSE_ID));
    }
}
