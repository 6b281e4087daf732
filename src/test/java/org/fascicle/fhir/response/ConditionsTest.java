package org.fascicle.fhir.response;

import static org.fascicle.testing.Responses.answered;
import static org.fascicle.testing.Responses.group;
import static org.fascicle.testing.Responses.unanswered;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.fascicle.fault.Issue;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that open only after another answer. */
class ConditionsTest extends ValidationCase {
    @Test
    void isNotAnsweredInACompletedResponse() {
        response.addItem(group("twitch", answered("sx.side", "left")));
        response.addItem(group(
                "red-flags",
                answered("rf.weakness", "none"),
                answered("rf.wasting", "no"),
                answered("rf.weakness.course", "sudden")));
        assertFault(
                IssueType.BUSINESSRULE,
                "QuestionnaireResponse.item[1].item[2]",
                "`rf.weakness.course` is asked only when `rf.weakness` is `feels-weak` or `cannot-do`: leave its"
                        + " answer out, or correct the other.");
    }

    @Test
    void isNotAnsweredInAnAmendedResponseEither() {
        response.setStatus(QuestionnaireResponseStatus.AMENDED);
        response.addItem(answered("hx.emg.date", new DateType("2026")));
        assertFault(
                IssueType.BUSINESSRULE,
                "QuestionnaireResponse.item[0]",
                "`hx.emg.date` is asked only when `hx.emg` is `normal` or `abnormal`: leave its answer out, or"
                        + " correct the other.");
    }

    @Test
    void mayStandWithoutAnAnswer() {
        response.addItem(answered("rf.weakness", "none")).addItem(unanswered("rf.weakness.course"));
        assertRight();
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-progress", "stopped", "entered-in-error"})
    void mayStillBeAnsweredWhileTheResponseIsNotFinished(String status) {
        response.setStatus(QuestionnaireResponseStatus.fromCode(status));
        response.addItem(answered("rf.weakness", "none")).addItem(answered("rf.weakness.course", "sudden"));
        assertRight();
    }

    @Test
    void isStillHeldToItsCodesWhileTheResponseIsInProgress() {
        response.setStatus(QuestionnaireResponseStatus.INPROGRESS);
        response.addItem(answered("rf.weakness.course", "slow"));
        assertFault(
                IssueType.CODEINVALID,
                "QuestionnaireResponse.item[0].answer[0]",
                "`rf.weakness.course` has no answer `slow`: send one of `sudden`, `hours-days`, `within-4-weeks`,"
                        + " `weeks-months`, `over-years`, `attacks`, `stable`, `improving`.");
    }

    @Test
    void isNotOpenedByTheSameWordOfAnotherCodeSystem() {
        response.addItem(answered("ex.done", new Coding("http://a.example", "yes", "")));
        response.addItem(answered("ex.bulk", "reduced"));
        assertEquals(
                List.of("QuestionnaireResponse.item[0].answer[0]", "QuestionnaireResponse.item[1]"),
                VALIDATOR.validate(response).stream().map(Issue::expression).toList());
    }
}
