package org.fascicle.fhir.response;

import static org.fascicle.testing.Responses.answered;
import static org.fascicle.testing.Responses.group;
import static org.fascicle.testing.Responses.unanswered;

import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be answered, and how often. */
class AnswerCheckTest extends ValidationCase {
    @Test
    void areOfTheTypeOfTheirQuestion() {
        response.addItem(group("triggers", answered("trig.caffeine", new StringType("lots and lots"))));
        assertFault(
                IssueType.VALUE,
                "QuestionnaireResponse.item[0].item[0].answer[0]",
                "`trig.caffeine` is answered with `valueInteger`, not with `valueString`: send `valueInteger`.");
    }

    @ParameterizedTest
    @CsvSource({
        "trig.sleep, `valueDecimal`",
        "sx.course, `valueCoding`",
        "sx.onset.date, `valueDate`",
        "hx.newdrug.name, `valueString`"
    })
    void areNotWholeNumbersWhereSomethingElseIsAsked(String linkId, String element) {
        response.setStatus(QuestionnaireResponseStatus.INPROGRESS);
        response.addItem(answered(linkId, new IntegerType(7)));
        assertFault(
                IssueType.VALUE,
                "QuestionnaireResponse.item[0].answer[0]",
                "`" + linkId + "` is answered with " + element + ", not with `valueInteger`: send " + element + ".");
    }

    @Test
    void areOnOffer() {
        response.addItem(answered("sx.course", "better"));
        assertFault(
                IssueType.CODEINVALID,
                "QuestionnaireResponse.item[0].answer[0]",
                "`sx.course` has no answer `better`: send one of `improving`, `stable`, `worsening`, `spreading`.");
    }

    @Test
    void areNotRepeatedToTheSenderWhenTheyAreStrange() {
        response.addItem(answered("sx.course", "x".repeat(5000)));
        assertFault(
                IssueType.CODEINVALID,
                "QuestionnaireResponse.item[0].answer[0]",
                "`sx.course` has no answer of that name: send one of"
                        + " `improving`, `stable`, `worsening`, `spreading`.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://snomed.info/sct", Systems.OUTCOME, ""})
    void areOfTheAnswerCodeSystem(String system) {
        response.addItem(answered("sx.course", new Coding(system, "stable", "")));
        assertFault(
                IssueType.CODEINVALID,
                "QuestionnaireResponse.item[0].answer[0]",
                "`sx.course` is answered with a code of `" + Systems.ANSWER + "`: name that as the `system`.");
    }

    @Test
    void haveACode() {
        response.addItem(answered("sx.movement", new Coding().setSystem(Systems.ANSWER)));
        assertFault(
                IssueType.CODEINVALID,
                "QuestionnaireResponse.item[0].answer[0]",
                "`sx.movement` has no answer without a code: send one of `yes`, `no`, `unsure`.");
    }

    @Test
    void areOneWhereOneIsAsked() {
        response.addItem(group("twitch", answered("sx.side", "left", "right")));
        assertFault(
                IssueType.STRUCTURE,
                "QuestionnaireResponse.item[0].item[0].answer[1]",
                "`sx.side` takes one answer and has 2: send one.");
    }

    @Test
    void areNotNoneTogetherWithAnother() {
        response.addItem(answered("rf.breath", "on-exertion", "none"));
        assertFault(
                IssueType.BUSINESSRULE,
                "QuestionnaireResponse.item[0].answer[1]",
                "`none` rules out every other answer to `rf.breath`: send it alone, or leave it out.");
    }

    @Test
    void areNotGivenTwice() {
        response.addItem(answered("sx.type", "twitch", "twitch"));
        assertFault(
                IssueType.DUPLICATE,
                "QuestionnaireResponse.item[0].answer[1]",
                "`sx.type` has the answer `twitch` more than once: send it once.");
    }

    @Test
    void haveAValue() {
        QuestionnaireResponseItemComponent item = unanswered("sx.side");
        item.addAnswer();
        response.addItem(item);
        assertFault(
                IssueType.REQUIRED,
                "QuestionnaireResponse.item[0].answer[0]",
                "`sx.side` has an answer without a value: leave out what was not answered.");
    }

    @Test
    void areNotAReasonWhyThereIsNone() {
        IntegerType masked = new IntegerType();
        masked.addExtension("http://hl7.org/fhir/StructureDefinition/data-absent-reason", new StringType("unknown"));
        response.addItem(answered("trig.caffeine", masked));
        assertFault(
                IssueType.REQUIRED,
                "QuestionnaireResponse.item[0].answer[0]",
                "`trig.caffeine` has an answer without a value: leave out what was not answered.");
    }
}
