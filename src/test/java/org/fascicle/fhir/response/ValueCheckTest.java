package org.fascicle.fhir.response;

import static org.fascicle.testing.Responses.answered;

import java.math.BigDecimal;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds of numbers, dates and texts. */
class ValueCheckTest extends ValidationCase {
    @ParameterizedTest
    @CsvSource({
        "trig.caffeine, -1, between 0 and 5000 mg a day",
        "trig.caffeine, 5001, between 0 and 5000 mg a day",
        "trig.caffeine, 2147483647, between 0 and 5000 mg a day",
        "hx.concern, 11, between 0 and 10",
        "pt.pregnant.weeks, 46, between 0 and 45 weeks"
    })
    void areWithinTheBoundsOfAWholeNumber(String linkId, int value, String bounds) {
        response.setStatus(QuestionnaireResponseStatus.INPROGRESS);
        response.addItem(answered(linkId, new IntegerType(value)));
        assertFault(
                IssueType.VALUE,
                "QuestionnaireResponse.item[0].answer[0]",
                "`" + linkId + "` lies " + bounds + ": correct it, or leave it out when it is not known.");
    }

    @ParameterizedTest
    @CsvSource({
        "trig.sleep, -0.5, between 0 and 24 hours a night",
        "trig.sleep, 24.1, between 0 and 24 hours a night",
        "trig.alcohol, 500.5, between 0 and 500 units a week"
    })
    void areWithinTheBoundsOfADecimal(String linkId, BigDecimal value, String bounds) {
        response.addItem(answered(linkId, new DecimalType(value)));
        assertFault(
                IssueType.VALUE,
                "QuestionnaireResponse.item[0].answer[0]",
                "`" + linkId + "` lies " + bounds + ": correct it, or leave it out when it is not known.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999", "1e-999999", "7.00000000000000000001"})
    void haveNoMoreDigitsThanANumberCanMean(String value) {
        response.addItem(answered("trig.sleep", new DecimalType(value)));
        assertFault(
                IssueType.VALUE,
                "QuestionnaireResponse.item[0].answer[0]",
                "`trig.sleep` has more digits than a number can mean here: send at most 18.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "0001", "1899-12-31", "2100", "9999-12-31"})
    void areInAYearThatCanBe(String date) {
        response.addItem(answered("sx.onset.date", new DateType(date)));
        assertFault(
                IssueType.VALUE,
                "QuestionnaireResponse.item[0].answer[0]",
                "`sx.onset.date` lies between 1900-01-01 and 2099-12-31: correct the year, or leave it out when it"
                        + " is not known.");
    }

    @Test
    void mayLieInTheFutureForThatIsForTheJudgement() {
        response.addItem(answered("sx.onset.date", new DateType("2031-01-01")));
        assertRight();
    }

    @Test
    void areNoLongerThanTheQuestionAllows() {
        response.addItem(answered("hx.newdrug", "yes"));
        response.addItem(answered("hx.newdrug.name", new StringType("a".repeat(2001))));
        assertFault(
                IssueType.TOOLONG,
                "QuestionnaireResponse.item[1].answer[0]",
                "`hx.newdrug.name` takes at most 2000 characters: shorten it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\uD83D", "\uDC8A!", "a\u001Bb"})
    void areText(String text) {
        response.addItem(answered("hx.newdrug", "yes"));
        response.addItem(answered("hx.newdrug.name", new StringType(text)));
        assertFault(
                IssueType.VALUE,
                "QuestionnaireResponse.item[1].answer[0]",
                "`hx.newdrug.name` has a character that is not text, such as NUL or half a symbol: remove it.");
    }

    @Test
    void areNotTurnedAroundByAnExtension() {
        QuestionnaireResponseItemComponent item = answered("sx.side", "left");
        item.getAnswerFirstRep().addModifierExtension(new Extension("http://a.example/not", new StringType("x")));
        response.addItem(item);
        assertFault(
                IssueType.EXTENSION,
                "QuestionnaireResponse.item[0].answer[0]",
                "It has a modifier extension, which is not understood: leave it out.");
    }
}
