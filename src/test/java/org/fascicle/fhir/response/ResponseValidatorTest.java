package org.fascicle.fhir.response;

import static org.fascicle.testing.Responses.answered;
import static org.fascicle.testing.Responses.unanswered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.fascicle.testing.Validator;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.junit.jupiter.api.Test;

/** Many faults, and far too many. */
class ResponseValidatorTest extends ValidationCase {

    @Test
    void severalFaultsAreToldOneByOne() {
        response.setSubject(null);
        response.addItem(answered("sx.course", "better")).addItem(answered("sx.colour", "blue"));
        assertEquals(
                List.of(
                        "QuestionnaireResponse.subject",
                        "QuestionnaireResponse.item[1]",
                        "QuestionnaireResponse.item[0].answer[0]"),
                expressions());
    }

    @Test
    void faultsBecomeAnOutcomeWithAnIssueForEach() {
        response.addItem(answered("sx.course", "better"));
        OperationOutcome outcome = IssuesToFhir.outcome(VALIDATOR.validate(response));
        OperationOutcomeIssueComponent issue = outcome.getIssueFirstRep();
        assertEquals("error", issue.getSeverity().toCode());
        assertEquals("code-invalid", issue.getCode().toCode());
        assertEquals(
                "QuestionnaireResponse.item[0].answer[0]",
                issue.getExpression().get(0).getValue());
        assertEquals(
                "`sx.course` has no answer `better`: send one of `improving`, `stable`, `worsening`, `spreading`.",
                issue.getDetails().getText());
        Validator.assertValid(outcome);
    }

    @Test
    void aHundredThousandUnknownItemsGetAShortAnswer() {
        for (int i = 0; i < 100_000; i++) {
            response.addItem(unanswered("item" + i));
        }
        assertTimeout(
                Duration.ofSeconds(5), () -> assertEquals(101, expressions().size()));
        assertEquals(
                "There are 99900 more faults like these: mend the ones listed and send it again.",
                VALIDATOR.validate(response).get(100).text());
    }

    @Test
    void aHundredThousandAnswersToOneQuestionGetAShortAnswer() {
        QuestionnaireResponseItemComponent item = unanswered("sx.type");
        for (int i = 0; i < 100_000; i++) {
            item.addAnswer().setValue(org.fascicle.testing.Responses.code("twitch"));
        }
        response.addItem(item);
        assertTimeout(
                Duration.ofSeconds(5), () -> assertEquals(101, expressions().size()));
    }

    @Test
    void theSameQuestionAHundredThousandTimesGetsAShortAnswer() {
        for (int i = 0; i < 100_000; i++) {
            response.addItem(answered("sx.type", "twitch"));
        }
        assertTimeout(
                Duration.ofSeconds(5), () -> assertEquals(101, expressions().size()));
    }

    @Test
    void itemsNestedWithoutEndAreRefusedAtTheFirstThatDoesNotBelong() {
        QuestionnaireResponseItemComponent deepest = unanswered("twitch");
        response.addItem(deepest);
        for (int i = 0; i < 10_000; i++) {
            deepest = deepest.addItem().setLinkId("deeper");
        }
        assertEquals(List.of("QuestionnaireResponse.item[0].item[0]"), expressions());
    }

    @Test
    void aQuestionNestedInItselfIsRefusedAtOnce() {
        QuestionnaireResponseItemComponent item = answered("rf.weakness", "cannot-do");
        item.getAnswerFirstRep().addItem(answered("rf.weakness", "cannot-do"));
        response.addItem(item);
        assertEquals(List.of("QuestionnaireResponse.item[0].answer[0].item[0]"), expressions());
    }
}
