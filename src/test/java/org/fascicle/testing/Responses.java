package org.fascicle.testing;

import java.util.Arrays;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** Responses to start from, and the parts they are made of. */
public final class Responses {
    private Responses() {}

    /** A completed response of a patient, with nothing answered. */
    public static QuestionnaireResponse completed() {
        return new QuestionnaireResponse()
                .setQuestionnaire(Systems.QUESTIONNAIRE + "|1.0.0")
                .setStatus(QuestionnaireResponseStatus.COMPLETED)
                .setSubject(new Reference("Patient/1"))
                .setAuthoredElement(new DateTimeType("2026-11-20T10:00:00Z"));
    }

    public static QuestionnaireResponseItemComponent group(
            String linkId, QuestionnaireResponseItemComponent... questions) {
        QuestionnaireResponseItemComponent group = new QuestionnaireResponseItemComponent().setLinkId(linkId);
        Arrays.stream(questions).forEach(group::addItem);
        return group;
    }

    public static QuestionnaireResponseItemComponent unanswered(String linkId) {
        return new QuestionnaireResponseItemComponent().setLinkId(linkId);
    }

    public static QuestionnaireResponseItemComponent answered(String linkId, Type... values) {
        QuestionnaireResponseItemComponent item = unanswered(linkId);
        Arrays.stream(values)
                .map(value -> new QuestionnaireResponseItemAnswerComponent().setValue(value))
                .forEach(item::addAnswer);
        return item;
    }

    public static QuestionnaireResponseItemComponent answered(String linkId, String... codes) {
        return answered(linkId, Arrays.stream(codes).map(Responses::code).toArray(Coding[]::new));
    }

    public static Coding code(String code) {
        return new Coding().setSystem(Systems.ANSWER).setCode(code);
    }
}
