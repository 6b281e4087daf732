package org.fascicle.fhir.response;

import static org.fascicle.testing.Responses.answered;
import static org.fascicle.testing.Responses.group;

import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

/** Where items stand. */
class PlacementTest extends ValidationCase {
    @Test
    void areThoseOfTheQuestionnaire() {
        response.addItem(group("twitch", answered("sx.type", "twitch"), answered("sx.colour", "blue")));
        assertFault(
                IssueType.NOTFOUND,
                "QuestionnaireResponse.item[0].item[1]",
                "The Questionnaire has no item `sx.colour`: use one of its own, or leave it out.");
    }

    @Test
    void areNotRepeatedToTheSenderWhenTheirNamesAreStrange() {
        response.addItem(answered("<script>alert(1)</script>", "x"));
        assertFault(
                IssueType.NOTFOUND,
                "QuestionnaireResponse.item[0]",
                "The Questionnaire has no item of that name: use one of its own, or leave it out.");
    }

    @Test
    void haveALinkId() {
        response.addItem(answered(null, "twitch"));
        assertFault(
                IssueType.REQUIRED,
                "QuestionnaireResponse.item[0]",
                "It has no `linkId`: say which question it answers.");
    }

    @Test
    void standOnce() {
        response.addItem(answered("sx.type", "twitch"));
        response.addItem(group("twitch", answered("sx.side", "left"), answered("sx.type", "cramp")));
        assertFault(
                IssueType.DUPLICATE,
                "QuestionnaireResponse.item[1].item[1]",
                "`sx.type` stands more than once: send it once, with all its answers.");
    }

    @Test
    void standInTheirOwnGroup() {
        response.addItem(group("history", answered("sx.type", "twitch")));
        assertFault(
                IssueType.STRUCTURE,
                "QuestionnaireResponse.item[0].item[0]",
                "`sx.type` does not belong below `history`: put it in the group `twitch`, or at the top.");
    }

    @Test
    void standBelowNoAnswerButTheOneThatOpensThem() {
        QuestionnaireResponseItemComponent type = answered("sx.type", "twitch");
        type.getAnswerFirstRep().addItem(answered("sx.side", "left"));
        response.addItem(type);
        assertFault(
                IssueType.STRUCTURE,
                "QuestionnaireResponse.item[0].answer[0].item[0]",
                "`sx.side` does not belong below `sx.type`: put it in the group `twitch`, or at the top.");
    }

    @Test
    void doNotStandBelowAQuestionItself() {
        response.addItem(answered("rf.weakness", "cannot-do").addItem(answered("rf.weakness.course", "sudden")));
        assertFault(
                IssueType.STRUCTURE,
                "QuestionnaireResponse.item[0].item[0]",
                "Nothing stands below the question `rf.weakness` itself: put it in its group, or below the answer"
                        + " that opens it.");
    }

    @Test
    void areNotAnsweredWhenTheyAreGroups() {
        response.addItem(answered("twitch", "yes"));
        assertFault(
                IssueType.STRUCTURE,
                "QuestionnaireResponse.item[0].answer[0]",
                "`twitch` is a group: answer the questions in it.");
    }

    @Test
    void standAtTheTopWhenTheyAreGroups() {
        response.addItem(group("twitch", group("history")));
        assertFault(
                IssueType.STRUCTURE,
                "QuestionnaireResponse.item[0].item[0]",
                "`history` is a group: put it at the top of the response.");
    }

    @Test
    void areNotAnsweredWhenTheyAreHelp() {
        response.addItem(group("twitch", answered("sx.type.help", "yes")));
        assertFault(
                IssueType.STRUCTURE,
                "QuestionnaireResponse.item[0].item[0]",
                "`sx.type.help` is a help text: it takes no answers.");
    }

    @Test
    void haveNothingThatWouldChangeTheirMeaning() {
        QuestionnaireResponseItemComponent item = answered("sx.type", "twitch");
        item.addModifierExtension(new Extension("http://a.example/not", new StringType("x")));
        response.addItem(item);
        assertFault(
                IssueType.EXTENSION,
                "QuestionnaireResponse.item[0]",
                "It has a modifier extension, which is not understood: leave it out.");
    }
}
