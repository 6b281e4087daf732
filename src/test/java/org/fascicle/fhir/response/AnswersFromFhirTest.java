package org.fascicle.fhir.response;

import static org.fascicle.testing.Responses.answered;
import static org.fascicle.testing.Responses.completed;
import static org.fascicle.testing.Responses.group;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fascicle.clinical.finding.Answers;
import org.fascicle.clinical.finding.Days;
import org.fascicle.clinical.finding.Item;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersFromFhirTest {
    private final AnswersFromFhir answers = new AnswersFromFhir(new Interviews(Definitions.published()));
    private final QuestionnaireResponse response = completed();

    @Test
    void whatWasNotAnsweredStaysUnanswered() {
        Answers read = answers.read(response);
        assertTrue(Arrays.stream(Item.values()).noneMatch(read::isAnswered));
    }

    @Test
    void everyKindOfAnswerIsRead() {
        response.addItem(group("twitch", answered("sx.type", "cramp", "twitch"), answered("sx.side", "left")));
        response.addItem(answered("trig.caffeine", new IntegerType(0)))
                .addItem(answered("trig.sleep", new DecimalType("6.5")))
                .addItem(answered("hx.newdrug", "yes"))
                .addItem(answered("hx.newdrug.name", new StringType("salbutamol")));
        Answers read = answers.read(response);
        assertEquals(List.of("twitch", "cramp"), read.codes(Item.SX_TYPE));
        assertEquals(List.of("left"), read.codes(Item.SX_SIDE));
        assertEquals(OptionalDouble.of(0), read.number(Item.TRIG_CAFFEINE));
        assertEquals(OptionalDouble.of(6.5), read.number(Item.TRIG_SLEEP));
        assertEquals(Optional.of("salbutamol"), read.text(Item.HX_NEWDRUG_NAME));
        assertFalse(read.isAnswered(Item.RF_WASTING));
    }

    @Test
    void anAnswerBelowAnotherIsRead() {
        QuestionnaireResponseItemComponent weakness = answered("rf.weakness", "cannot-do");
        weakness.getAnswerFirstRep().addItem(answered("rf.weakness.course", "weeks-months"));
        response.addItem(group("red-flags", weakness));
        assertEquals(List.of("weeks-months"), answers.read(response).codes(Item.RF_WEAKNESS_COURSE));
    }

    @ParameterizedTest
    @CsvSource({
        "2024, 2024-01-01, 2024-12-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2023-02, 2023-02-01, 2023-02-28",
        "2024-02-29, 2024-02-29, 2024-02-29"
    })
    void aDateSpansTheDaysItCanBe(String date, LocalDate first, LocalDate last) {
        response.addItem(answered("sx.onset.date", new DateType(date)));
        assertEquals(Optional.of(new Days(first, last)), answers.read(response).date(Item.SX_ONSET_DATE));
    }

    @Test
    void anAnswerOfTheWrongTypeIsNeverDropped() {
        response.addItem(answered("trig.caffeine", new StringType("much")));
        assertStops("The response was not validated: `trig.caffeine` is answered with `valueInteger`, not with"
                + " `valueString`: send `valueInteger`.");
    }

    @Test
    void anUnknownCodeIsNeverDropped() {
        response.addItem(answered("sx.side", "middle"));
        assertStops(
                "The response was not validated: `sx.side` has no answer `middle`: send one of `left`, `right`, `both`.");
    }

    @Test
    void aSecondAnswerIsNeverDropped() {
        response.addItem(answered("trig.caffeine", new IntegerType(100), new IntegerType(900)));
        assertStops("The response was not validated: `trig.caffeine` takes one answer and has 2: send one.");
    }

    @Test
    void anUnknownItemIsNeverDropped() {
        response.addItem(answered("sx.colour", "blue"));
        assertStops("The response was not validated: The Questionnaire has no item `sx.colour`: use one of its own, or"
                + " leave it out.");
    }

    @Test
    void anotherQuestionnaireIsNotRead() {
        response.setQuestionnaire("http://a.example/Questionnaire/other");
        assertStops("The response was not validated: its Questionnaire is not published here");
    }

    @Test
    void aCodeOfAnotherSystemIsNeverRead() {
        response.addItem(answered("sx.side", new Coding("http://a.example", "left", "")));
        assertStops("The response was not validated: `sx.side` is answered with a code of"
                + " `https://fascicle.example/fhir/CodeSystem/fasciculation-answer`: name that as the `system`.");
    }

    private void assertStops(String message) {
        assertEquals(
                message,
                assertThrows(IllegalStateException.class, () -> answers.read(response))
                        .getMessage());
    }
}
