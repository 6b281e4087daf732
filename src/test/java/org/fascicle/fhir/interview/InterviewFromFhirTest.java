package org.fascicle.fhir.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemOperator;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Questionnaire that cannot be asked, or that says what we would not honour, is refused when it is read. */
class InterviewFromFhirTest {
    private final Questionnaire questionnaire = new Questionnaire();
    private final QuestionnaireItemComponent group = questionnaire.addItem();

    @BeforeEach
    void startWithAGroup() {
        questionnaire.setUrl("http://a.example/Questionnaire/q").setTitle("q");
        group.setLinkId("group").setText("group").setType(QuestionnaireItemType.GROUP);
    }

    @Test
    void aQuestionThatWaitsForItsOwnAnswer() {
        waits(yesNo("a"), "a", "yes");
        assertRefused("`a` waits for its own answer");
    }

    @Test
    void questionsThatWaitForEachOther() {
        waits(yesNo("a"), "b", "yes");
        waits(yesNo("b"), "c", "yes");
        waits(yesNo("c"), "a", "yes");
        assertRefused("`a` waits for its own answer");
    }

    @Test
    void aQuestionThatWaitsForOneThatIsNotAsked() {
        waits(yesNo("a"), "b", "yes");
        assertRefused("`a` waits for `b`, which is not asked");
    }

    @Test
    void aQuestionThatWaitsForAnAnswerNobodyCanGive() {
        yesNo("a");
        waits(yesNo("b"), "a", "perhaps");
        assertRefused("`b` waits for `a` to be `perhaps`, which it does not offer");
    }

    @Test
    void aLinkIdUsedTwice() {
        yesNo("a");
        yesNo("a");
        assertRefused("`a` is used twice");
    }

    @Test
    void aLinkIdSharedWithAGroup() {
        yesNo("group");
        assertRefused("`group` is used twice");
    }

    @Test
    void aConditionOtherThanAnEqualAnswer() {
        yesNo("a");
        waits(yesNo("b"), "a", "yes").getEnableWhenFirstRep().setOperator(QuestionnaireItemOperator.NOT_EQUAL);
        assertRefused("`b` has a condition other than an equal answer");
    }

    @Test
    void conditionsThatMustAllHold() {
        yesNo("a");
        QuestionnaireItemComponent b = waits(waits(yesNo("b"), "a", "yes"), "a", "no");
        b.setEnableBehavior(EnableWhenBehavior.ALL);
        assertRefused("`b` has conditions that must all hold");
    }

    @Test
    void anAnswerFromAnotherCodeSystem() {
        yesNo("a").addAnswerOption().setValue(new Coding("http://a.example", "maybe", "Maybe"));
        assertRefused("`a` uses an answer from outside `" + Systems.ANSWER + "`");
    }

    @Test
    void aNumberWithoutBounds() {
        question("a", QuestionnaireItemType.INTEGER);
        assertRefused("`a` has no `minValue`");
    }

    @Test
    void aTextWithoutALimit() {
        question("a", QuestionnaireItemType.TEXT);
        assertRefused("`a` has no `maxLength`");
    }

    @Test
    void aTypeOfAnswerThatIsNotJudged() {
        question("a", QuestionnaireItemType.ATTACHMENT);
        assertRefused("`a` has the type `attachment`");
    }

    @Test
    void aQuestionOutsideAGroup() {
        questionnaire.addItem().setLinkId("a").setType(QuestionnaireItemType.BOOLEAN);
        assertRefused("`a` stands outside a group");
    }

    @Test
    void aQuestionBelowAQuestion() {
        yesNo("a").addItem().setLinkId("b").setType(QuestionnaireItemType.BOOLEAN);
        assertRefused("`b` is not the help of `a`");
    }

    private void assertRefused(String fault) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> InterviewFromFhir.read(questionnaire));
        assertEquals("This Questionnaire cannot be asked: " + fault, refusal.getMessage());
    }

    private QuestionnaireItemComponent question(String linkId, QuestionnaireItemType type) {
        return group.addItem().setLinkId(linkId).setText(linkId).setType(type);
    }

    private QuestionnaireItemComponent yesNo(String linkId) {
        QuestionnaireItemComponent question = question(linkId, QuestionnaireItemType.CHOICE);
        question.addAnswerOption().setValue(new Coding(Systems.ANSWER, "yes", "Yes"));
        question.addAnswerOption().setValue(new Coding(Systems.ANSWER, "no", "No"));
        return question;
    }

    private static QuestionnaireItemComponent waits(QuestionnaireItemComponent question, String linkId, String code) {
        question.addEnableWhen()
                .setQuestion(linkId)
                .setOperator(QuestionnaireItemOperator.EQUAL)
                .setAnswer(new Coding(Systems.ANSWER, code, ""));
        return question;
    }
}
