package org.fascicle.knowledge.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fascicle.clinical.risk.Assessor;
import org.fascicle.clinical.rule.Grounds;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.result.Wording;
import org.fascicle.knowledge.Examples;
import org.fascicle.testing.ExampleCase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page a clinician signs says what the tables say. */
class ClinicalContentPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/clinical-content.md");
    private static final Map<String, List<String>> CASES = new TreeMap<>();
    private static String page;

    @BeforeAll
    static void readEveryCase() {
        for (ExampleCase example : ExampleCase.all().toList()) {
            new Assessor()
                    .assess(Examples.file(example))
                    .fired()
                    .forEach(fired -> CASES.computeIfAbsent(fired.rule().key(), key -> new ArrayList<>())
                            .add(example.name()));
        }
        Wording wording = new Wording(new Interviews(Definitions.published()).current(), Locale.ENGLISH);
        page = new ClinicalContentPage(wording, CASES).write();
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        if (Boolean.getBoolean("fascicle.publish")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(
                Files.readString(PAGE), page, "run `mvn -Dtest=ClinicalContentPageTest -Dfascicle.publish=true test`");
    }

    @Test
    void everyRuleFiresInSomeCase() {
        Set<String> never = Tables.rules().map(Rule::key).collect(Collectors.toCollection(TreeSet::new));
        never.removeAll(CASES.keySet());
        assertEquals(Set.of(), never);
    }

    @Test
    void everyRuleMarkedForSignOffIsListedThere() {
        String list = page.substring(page.indexOf("## For sign-off"));
        Tables.rules()
                .filter(rule -> rule.grounds().marks().contains(Grounds.Mark.POLICY)
                        || rule.grounds().marks().contains(Grounds.Mark.GENERAL_KNOWLEDGE))
                .forEach(rule -> assertTrue(list.contains("\n| " + rule.key() + " | "), rule.key()));
    }

    /** Written out here once by hand, so that the words are a clinician's and not only the generator's. */
    @Test
    void aRuleIsSaidWithAllThereIsToJudgeItBy() {
        assertTrue(page.contains("""
                ### M-1

                **Neuromuscular: high. Urgency: urgent, within 2 weeks.** Weakness together with muscle wasting.

                Holds when:

                - all of
                  - objective weakness ([WEAK_OBJ](#weak_obj))
                  - muscle wasting ([WASTE](#waste))

                - Asks: neurology within 2 weeks; the letter says possible MND or other neuromuscular disease
                - Rests on: NG127-INV, NG42; seeds 000-18, 000-21, 001-21, 002-22, 003-36; mark: sourced
                - Cases: `"""), page);
    }

    @Test
    void everyFindingThatIsNamedIsDefined() {
        Set<String> named = Arrays.stream(page.split("\\]\\(#"))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf(')')))
                .collect(Collectors.toCollection(TreeSet::new));
        named.removeIf(anchor -> page.contains("\n### " + anchor.toUpperCase(Locale.ROOT) + "\n"));
        assertEquals(Set.of(), named);
    }
}
