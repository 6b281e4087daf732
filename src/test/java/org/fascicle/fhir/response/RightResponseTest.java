package org.fascicle.fhir.response;

import static org.fascicle.testing.Responses.answered;
import static org.fascicle.testing.Responses.group;
import static org.fascicle.testing.Responses.unanswered;

import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a right response may look like. */
class RightResponseTest extends ValidationCase {
    @Test
    void mayLeaveEverythingOut() {
        assertRight();
    }

    @Test
    void mayPutQuestionsInTheirGroups() {
        response.addItem(group("twitch", answered("sx.type", "twitch", "cramp"), answered("sx.site", "calf")));
        response.addItem(group("red-flags", answered("rf.breath", "none")));
        assertRight();
    }

    @Test
    void mayPutQuestionsAtTheTop() {
        response.addItem(answered("sx.type", "twitch")).addItem(answered("rf.breath", "none"));
        assertRight();
    }

    @Test
    void mayPutAQuestionBelowTheAnswerThatOpensIt() {
        QuestionnaireResponseItemComponent weakness = answered("rf.weakness", "cannot-do");
        weakness.getAnswerFirstRep().addItem(answered("rf.weakness.course", "weeks-months"));
        response.addItem(group("red-flags", weakness));
        assertRight();
    }

    @Test
    void mayRepeatHelpTexts() {
        response.addItem(group("twitch", unanswered("sx.type.help"), answered("sx.type", "twitch")));
        assertRight();
    }

    @Test
    void mayAnswerWithEveryTypeThereIs() {
        response.addItem(answered("trig.caffeine", new IntegerType(5000)))
                .addItem(answered("trig.sleep", new DecimalType("7.5")))
                .addItem(answered("sx.onset.date", new DateType("2026-10")))
                .addItem(answered("hx.newdrug", "yes"))
                .addItem(answered("hx.newdrug.name", new StringType("Tropfen 💊\nmorgens")));
        assertRight();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900", "2026", "2026-11", "2026-11-20", "2099-12-31"})
    void mayKnowADateToTheYearMonthOrDay(String date) {
        response.addItem(answered("sx.onset.date", new DateType(date)));
        assertRight();
    }

    @Test
    void mayNameNoVersion() {
        response.setQuestionnaire(Systems.QUESTIONNAIRE);
        assertRight();
    }

    @Test
    void mayComeInATransactionBeforeThePatientHasAnId() {
        response.setSubject(new Reference("urn:uuid:9d0a2f3c-2f5e-4d52-8f49-1a6e1a0d3a11"));
        assertRight();
    }
}
