package org.fascicle.fhir.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.knowledge.Examples;
import org.fascicle.testing.ExampleCase;
import org.junit.jupiter.api.Test;

/** What every explanation says, whatever the case. */
class ExplanationToFhirTest {
    private static final ExplanationToFhir COMPOSER =
            new ExplanationToFhir(new Wording(new Interviews(Definitions.published())::newestFirst, Locale.ENGLISH));

    @Test
    void everyCaseHasItsThreeCategoriesEachWithARuleThatFired() {
        ExampleCase.all().forEach(example -> {
            List<JsonNode> categories = categories(example);
            assertEquals(
                    List.of("neuromuscular", "metabolic", "benign"),
                    categories.stream().map(ExplanationToFhirTest::outcome).toList(),
                    example::name);
            categories.forEach(category ->
                    assertFalse(named("why", category).isEmpty(), () -> example.name() + outcome(category)));
        });
    }

    @Test
    void noRuleIsLeftOutWithoutAFactThatSpeaksAgainstIt() {
        Set<String> silent = new TreeSet<>();
        ExampleCase.all()
                .forEach(example -> categories(example).stream()
                        .flatMap(category -> named("whyNotMore", category).stream())
                        .filter(rule -> named("because", rule).isEmpty())
                        .forEach(rule -> silent.add(example.name() + " " + rule)));
        assertEquals(Set.of(), silent);
    }

    /** The clinician of each case says what is not answered: an answer to it could settle what is not determined. */
    @Test
    void whatACaseCallsMissingIsAmongWhatCouldChangeAnUndeterminedRisk() {
        List<ExampleCase> undetermined = ExampleCase.all()
                .filter(example -> expected("neuromuscular", example).contains("indeterminate"))
                .toList();
        assertTrue(undetermined.size() > 10, undetermined::toString);
        undetermined.forEach(example -> assertTrue(
                asked(categories(example).get(0)).containsAll(expected("missing", example)),
                () -> example.name() + asked(categories(example).get(0))));
    }

    private static Set<String> asked(JsonNode category) {
        Set<String> asked = new TreeSet<>();
        Stream.of("couldRaise", "couldLower")
                .flatMap(name -> named(name, category).stream())
                .flatMap(open -> named("linkId", open).stream())
                .forEach(link -> asked.add(link.path("valueString").asText()));
        return asked;
    }

    private static Set<String> expected(String key, ExampleCase example) {
        Set<String> words = new TreeSet<>();
        example.expectations().stream()
                .filter(expectation -> expectation.key().equals(key))
                .forEach(expectation -> words.addAll(expectation.words()));
        return words;
    }

    private static List<JsonNode> categories(ExampleCase example) {
        return named("category", COMPOSER.compose(Examples.judged(example)).path("parameter"));
    }

    private static String outcome(JsonNode category) {
        return named("outcome", category)
                .get(0)
                .at("/valueCodeableConcept/coding/0/code")
                .asText();
    }

    /** @param whole a parameter with parts, or the parts */
    private static List<JsonNode> named(String name, JsonNode whole) {
        JsonNode parts = whole.isArray() ? whole : whole.path("part");
        return StreamSupport.stream(parts.spliterator(), false)
                .filter(part -> part.path("name").asText().equals(name))
                .toList();
    }
}
