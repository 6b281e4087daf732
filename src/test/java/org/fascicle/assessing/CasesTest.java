package org.fascicle.assessing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.chart.ChartResources;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.result.ResultToFhir;
import org.fascicle.fhir.result.Wording;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.ExampleCase.Expectation;
import org.fascicle.testing.ShownResult;
import org.fascicle.testing.Validator;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The specification: every folder of {@code examples/cases}, from FHIR in to FHIR out. */
class CasesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final Interviews INTERVIEWS = new Interviews(Definitions.published());
    private static final Assessing ASSESSING = new Assessing(
            new ResponseReader(INTERVIEWS),
            new Judge(Limits.standard()),
            new ResultToFhir(new Wording(INTERVIEWS.current(), Locale.ENGLISH)),
            CLOCK);

    static Stream<ExampleCase> cases() {
        return ExampleCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCaseIsJudgedAsItsClinicianExpects(ExampleCase example) {
        Result result = ASSESSING.inline(example.response(), example.chart().map(ChartResources::of));
        ShownResult shown = new ShownResult(FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(Bundle.class, result.bundle("https://example.org/fhir")));
        List<String> faults = new ArrayList<>();
        example.expectations().forEach(expected -> check(expected, shown, faults::add));
        assertEquals(List.of(), faults, () -> example.name() + " fired " + shown.fired());
        shown.resources().forEach(Validator::assertValid);
    }

    private static void check(Expectation expected, ShownResult shown, Consumer<String> fault) {
        String value = expected.value();
        switch (expected.key()) {
            case "status" -> same(expected, shown.status(), fault);
            case "urgency" -> same(expected, shown.urgency(), fault);
            case "neuromuscular", "metabolic", "benign" -> same(expected, shown.concern(expected.key()), fault);
            case "fired" -> within(expected, shown.fired(), fault);
            case "not fired" -> outside(expected, shown.fired(), fault);
            case "proposed" -> same(expected, expected.words(), shown.proposed(), fault);
            case "proposed includes" -> within(expected, shown.proposed(), fault);
            case "not proposed" -> outside(expected, shown.proposed(), fault);
            case "exists" -> said(expected, exists(value), shown.notProposed(), fault);
            case "held back" ->
                expected.words()
                        .forEach(activity ->
                                said(expected, Pattern.quote(words(activity)) + ".*", shown.notProposed(), fault));
            case "advice includes", "advice excludes" -> {
                // Advice is handed to the patient, not written to the chart: AdviceTest checks it.
            }
            case "says" -> found(expected, shown.narrative(), true, fault);
            case "never says" -> found(expected, shown.narrative(), false, fault);
            case "missing" -> same(expected, expected.words(), missing(shown), fault);
            default -> fault.accept("unknown key `" + expected.key() + "`");
        }
    }

    private static void same(Expectation expected, String actual, Consumer<String> fault) {
        if (!expected.value().equals(actual)) {
            fault.accept(expected + " but was " + actual);
        }
    }

    private static void same(Expectation expected, Set<String> wanted, Set<String> actual, Consumer<String> fault) {
        if (!new TreeSet<>(wanted).equals(new TreeSet<>(actual))) {
            fault.accept(expected + " but was " + actual);
        }
    }

    private static void within(Expectation expected, Set<String> actual, Consumer<String> fault) {
        Set<String> missing = new HashSet<>(expected.words());
        missing.removeAll(actual);
        if (!missing.isEmpty()) {
            fault.accept(expected + " misses " + missing + " in " + actual);
        }
    }

    private static void outside(Expectation expected, Set<String> actual, Consumer<String> fault) {
        Set<String> wrong = new HashSet<>(expected.words());
        wrong.retainAll(actual);
        if (!wrong.isEmpty()) {
            fault.accept(expected + " has " + wrong);
        }
    }

    /** {@code EMG Procedure/e1}: the activity's words, and somewhere after them the reference. */
    private static String exists(String value) {
        String[] parts = value.split("\\s+");
        return Pattern.quote(words(parts[0])) + ".*" + (parts.length > 1 ? Pattern.quote(parts[1]) + ".*" : "");
    }

    private static String words(String activity) {
        return Activity.valueOf(activity).words();
    }

    private static void said(Expectation expected, String pattern, List<String> notes, Consumer<String> fault) {
        Pattern wanted = Pattern.compile("Not proposed: " + pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        if (notes.stream().noneMatch(note -> wanted.matcher(note).matches())) {
            fault.accept(expected + " is not among " + notes);
        }
    }

    private static void found(Expectation expected, String narrative, boolean wanted, Consumer<String> fault) {
        boolean says =
                narrative.toLowerCase(Locale.ROOT).contains(expected.value().toLowerCase(Locale.ROOT));
        if (says != wanted) {
            fault.accept(expected + (wanted ? " is not said" : " is said"));
        }
    }

    /** The core questions whose wording stands in the narrative's list of unanswered ones. */
    private static Set<String> missing(ShownResult shown) {
        Wording wording = new Wording(INTERVIEWS.current(), Locale.ENGLISH);
        String div = shown.assessment().getText().getDivAsString();
        int from = div.indexOf("<b>Not answered</b>");
        String list = from < 0 ? "" : div.substring(from, div.indexOf("</ul>", from));
        return Item.core().stream()
                .filter(item -> list.contains("<li>" + escaped(wording.question(item)) + "</li>"))
                .map(Item::linkId)
                .collect(Collectors.toSet());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
