package org.fascicle.pages.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.assessing.Judge;
import org.fascicle.assessing.ResponseReader;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Unread;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.clinical.workup.NotProposed;
import org.fascicle.fhir.chart.ChartResources;
import org.fascicle.fhir.chart.Withheld;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.result.Judged;
import org.fascicle.testing.ExampleCase;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is put together from case to case can be said in German too: whatever any of the cases is told. */
class CasesInGermanTest {
    private static final OffsetDateTime LONG_AFTER = OffsetDateTime.parse("2027-03-01T09:00:00Z");
    private static final Withheld[] CLOSED = {
        Withheld.kept("Condition"), Withheld.kept("Observation"), Withheld.notOffered("MedicationStatement")
    };

    private static final String EMG_NOT_DONE = "(\"linkId\": \"hx.emg\".*\"code\": \")not-done(\".*),";
    private static final String EMG_NORMAL =
            "$1normal$2,{\"linkId\": \"hx.emg.date\", \"answer\": [{\"valueDate\": \"2026-11-01\"}]},";

    private static final ResponseReader READER = new ResponseReader(new Interviews(Definitions.published()));
    private static final Judge JUDGE = new Judge(Limits.standard());

    private static final Set<String> SAID = new TreeSet<>();

    @BeforeAll
    static void judge() {
        ExampleCase.all().forEach(example -> {
            Optional<ChartResources> chart = example.chart().map(ChartResources::of);
            add(example.responseJson(), chart);
        });
        ExampleCase.all().limit(20).forEach(example -> {
            Optional<ChartResources> chart = example.chart().map(ChartResources::of);
            add(example.responseJson(), chart.map(read -> read.without(List.of(CLOSED))));
        });
        ExampleCase.all().limit(5).map(ExampleCase::responseJson).forEach(response -> {
            add(response.replaceFirst("(\"authored\": \")\\d{4}", "$12001"), Optional.empty());
        });
        ExampleCase.all().limit(60).map(ExampleCase::responseJson).forEach(response -> {
            add(response.replaceFirst(EMG_NOT_DONE, EMG_NORMAL), Optional.empty());
        });
    }

    private static void add(String response, Optional<ChartResources> chart) {
        QuestionnaireResponse read =
                FhirContext.forR4Cached().newJsonParser().parseResource(QuestionnaireResponse.class, response);
        add(JUDGE.judge(READER.read(read), chart, LONG_AFTER));
    }

    private static void add(Judged judged) {
        SAID.addAll(judged.remarks());
        judged.workup().proposals().forEach(proposal -> SAID.addAll(proposal.reasons()));
        judged.workup().notProposed().stream().map(NotProposed::why).forEach(SAID::add);
        Stream<ChartFacts> chart = judged.file().chart().stream();
        chart.flatMap(read -> read.unread().stream()).map(Unread::why).forEach(SAID::add);
    }

    @Test
    void everythingACaseIsToldHasGerman() {
        Translated german = Translated.in(Locale.GERMAN);
        List<String> english = new ArrayList<>(SAID);
        english.removeIf(words -> german.find(words).isPresent());
        assertEquals(List.of(), english);
        assertTrue(SAID.size() > 90, SAID.size() + " said");
    }

    /** What no case is told any more would hide that its English has changed. */
    @Test
    void everyReasonAndRemarkThatIsTranslatedIsToldInSomeCase() {
        Map<String, String> translated = new TreeMap<>(Translated.read(Locale.ROOT));
        translated.keySet().removeIf(id -> !id.startsWith("why-not.") && !id.startsWith("remark."));
        translated.values().removeIf(words -> SAID.stream().anyMatch(pattern(words)));
        assertEquals(Map.of(), translated);
    }

    private static Predicate<String> pattern(String words) {
        return Pattern.compile(Stream.of(words.split(Pattern.quote("{0}"), -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".+")))
                .asMatchPredicate();
    }
}
