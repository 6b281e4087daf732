package org.fascicle.fhir.response;

import static org.fascicle.testing.Responses.answered;
import static org.fascicle.testing.Responses.group;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.fascicle.testing.Validator;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference validator, which reads the published Questionnaire by itself, judges grouped responses as we do. */
class ReferenceValidatorTest extends ValidationCase {

    static List<QuestionnaireResponseItemComponent> faulty() {
        return List.of(
                group("twitch", answered("sx.colour", "blue")),
                group("twitch", answered("sx.course", "better")),
                group("twitch", answered("sx.side", "left", "right")),
                group("twitch", answered("sx.onset.date", new StringType("lately"))),
                group("red-flags", answered("rf.weakness.course", "sudden")),
                group("red-flags", answered("rf.weakness", "none"), answered("rf.weakness.course", "sudden")),
                group("triggers", answered("trig.caffeine", new IntegerType(5001))),
                group("triggers", answered("trig.sleep", new DecimalType("24.5"))),
                group("history", answered("hx.emg", "normal"), answered("hx.emg.date", new DateType("1899"))),
                group("exam", answered("sx.type", "twitch")));
    }

    @Test
    void bothPassARightResponse() {
        response.addItem(group(
                "twitch",
                answered("sx.type", "twitch", "cramp"),
                answered("sx.site", "eyelid", "calf"),
                answered("sx.eyelid.closure", "no"),
                answered("sx.onset.date", new DateType("2026-10"))));
        response.addItem(group(
                "red-flags", answered("rf.weakness", "feels-weak"), answered("rf.weakness.course", "weeks-months")));
        response.addItem(group(
                "triggers",
                answered("trig.caffeine", new IntegerType(300)),
                answered("trig.sleep", new DecimalType("6.5"))));
        response.addItem(
                group("history", answered("hx.newdrug", "yes"), answered("hx.newdrug.name", new StringType("a"))));
        assertRight();
        assertEquals(List.of(), Validator.errors(response));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void bothStopAFaultyOne(QuestionnaireResponseItemComponent group) {
        response.addItem(group);
        assertNotEquals(List.of(), VALIDATOR.validate(response));
        assertNotEquals(List.of(), Validator.errors(response));
    }
}
