package org.fascicle.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The folders of cases hold what the source register asks for. */
class ExampleCaseTest {
    private static final Pattern CONSTRUCTED = Pattern.compile("E\\.3 (C\\d+)");

    @Test
    void everyConstructedCaseOfTheSourceHasItsFolder() {
        Set<String> named = ExampleCase.all()
                .map(ExampleCaseTest::expectation)
                .flatMap(text -> CONSTRUCTED.matcher(text).results())
                .map(MatchResult::group)
                .map(group -> group.substring("E.3 ".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> wanted =
                IntStream.rangeClosed(1, 25).mapToObj(n -> "C" + n).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(wanted, named);
    }

    @Test
    void fortyMoreWalkTheRulesOfTheChart() {
        long charted = ExampleCase.all().filter(one -> one.chart().isPresent()).count();
        assertTrue(charted >= 25 + 40, () -> charted + " cases have a chart");
    }

    private static String expectation(ExampleCase example) {
        try {
            return Files.readString(example.folder().resolve("expect.txt"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
