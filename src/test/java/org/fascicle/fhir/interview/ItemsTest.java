package org.fascicle.fhir.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.finding.Kind;
import org.fascicle.fhir.profile.Canonical;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.term.Systems;
import org.fascicle.testing.ItemRow;
import org.fascicle.testing.ItemRow.Placed;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.junit.jupiter.api.Test;

/** The items are a public contract: the table, the Java items and the Questionnaire say the same, row by row. */
class ItemsTest {
    private static final List<Placed> CONTRACT = ItemRow.contract();
    private static final Questionnaire QUESTIONNAIRE = (Questionnaire) Definitions.published()
            .find(Canonical.parse(Systems.QUESTIONNAIRE + "|1.0.0"))
            .orElseThrow()
            .resource();

    @Test
    void theJavaItemsAreThoseOfTheContract() {
        assertEquals(
                CONTRACT.stream().map(placed -> withoutUnit(placed.row())).toList(),
                Arrays.stream(Item.values()).map(ItemsTest::row).toList());
    }

    @Test
    void theQuestionsAreThoseOfTheContractInTheirGroups() {
        List<Placed> asked = QUESTIONNAIRE.getItem().stream()
                .flatMap(group -> group.getItem().stream().map(item -> new Placed(group.getLinkId(), row(item))))
                .toList();
        assertEquals(
                CONTRACT.stream()
                        .map(placed -> new Placed(placed.group(), withoutUnit(placed.row())))
                        .toList(),
                asked);
    }

    @Test
    void numbersBearTheUnitsAndRangesOfTheContract() {
        Map<String, String> units = CONTRACT.stream()
                .map(Placed::row)
                .filter(row -> row.type().equals("integer") || row.type().equals("decimal"))
                .collect(Collectors.toMap(ItemRow::linkId, ItemRow::codes));
        assertEquals(
                Map.of(
                        "trig.caffeine", "mg/d",
                        "trig.sleep", "h/night",
                        "trig.alcohol", "units/week",
                        "hx.concern", "0..10",
                        "pt.pregnant.weeks", "wk"),
                units);
        assertEquals(
                List.of(
                        "trig.caffeine 0..5000 mg/d",
                        "trig.sleep 0..24 h/{night}",
                        "trig.alcohol 0..500 {units}/wk",
                        "hx.concern 0..10",
                        "pt.pregnant.weeks 0..45 wk"),
                InterviewFromFhir.read(QUESTIONNAIRE)
                        .questions()
                        .flatMap(ItemsTest::numbers)
                        .toList());
    }

    @Test
    void noQuestionIsRequiredSoThatACompletedResponseMayLeaveAnyOut() {
        assertFalse(items().anyMatch(QuestionnaireItemComponent::hasRequired));
    }

    @Test
    void anAnswerThatRulesOutAllOthersIsMarkedWhereSeveralCanBeGiven() {
        List<String> exclusive = items().filter(QuestionnaireItemComponent::getRepeats)
                .filter(item -> item.getAnswerOption().stream()
                        .anyMatch(option -> "none".equals(((Coding) option.getValue()).getCode())
                                && option.hasExtension(
                                        "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive")))
                .map(QuestionnaireItemComponent::getLinkId)
                .toList();
        assertEquals(List.of("rf.breath", "rf.tetany", "trig.stimulant"), exclusive);
    }

    @Test
    void everyAnswerIsOfOurCodeSystemAndHasADisplay() {
        assertTrue(items().flatMap(item -> item.getAnswerOption().stream())
                .map(option -> (Coding) option.getValue())
                .allMatch(coding -> coding.getSystem().equals(Systems.ANSWER) && coding.hasDisplay()));
    }

    private static Stream<QuestionnaireItemComponent> items() {
        return QUESTIONNAIRE.getItem().stream().flatMap(group -> group.getItem().stream());
    }

    private static Stream<String> numbers(Question question) {
        if (!(question.type() instanceof AnswerType.Number number)) {
            return Stream.empty();
        }
        String unit = number.unit().map(found -> " " + found.ucum()).orElse("");
        return Stream.of(question.linkId() + " " + number.min() + ".." + number.max() + unit);
    }

    private static ItemRow withoutUnit(ItemRow row) {
        boolean isNumber = row.type().equals("integer") || row.type().equals("decimal");
        return new ItemRow(
                row.linkId(), row.type(), row.repeats(), row.core(), row.enabledWhen(), isNumber ? "-" : row.codes());
    }

    private static ItemRow row(Item item) {
        return new ItemRow(
                item.linkId(),
                type(item.form().kind()),
                item.form().kind() == Kind.SOME_OF ? "yes" : "-",
                item.form().isCore() ? "core" : "-",
                item.form()
                        .opening()
                        .map(opening -> opening.item().linkId() + "=" + String.join("|", opening.codes()))
                        .orElse("-"),
                dash(String.join(" ", item.form().codes())));
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case ONE_OF, SOME_OF -> "choice";
            case INTEGER -> "integer";
            case DECIMAL -> "decimal";
            case DATE -> "date";
            case TEXT -> "text";
        };
    }

    private static ItemRow row(QuestionnaireItemComponent item) {
        return new ItemRow(
                item.getLinkId(),
                item.getType().toCode(),
                item.getRepeats() ? "yes" : "-",
                item.hasExtension(Systems.CORE_ITEM_EXTENSION) ? "core" : "-",
                enabledWhen(item.getEnableWhen()),
                dash(item.getAnswerOption().stream()
                        .map(option -> ((Coding) option.getValue()).getCode())
                        .collect(Collectors.joining(" "))));
    }

    private static String enabledWhen(List<QuestionnaireItemEnableWhenComponent> conditions) {
        if (conditions.isEmpty()) {
            return "-";
        }
        assertEquals(
                1,
                conditions.stream()
                        .map(QuestionnaireItemEnableWhenComponent::getQuestion)
                        .distinct()
                        .count());
        return conditions.get(0).getQuestion() + "="
                + conditions.stream()
                        .map(condition -> ((Coding) condition.getAnswer()).getCode())
                        .collect(Collectors.joining("|"));
    }

    private static String dash(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
