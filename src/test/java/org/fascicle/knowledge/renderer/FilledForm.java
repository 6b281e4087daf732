package org.fascicle.knowledge.renderer;

import java.util.List;
import java.util.stream.Stream;
import org.fascicle.testing.ExampleCase;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Type;

/** A response of ours, or one that a renderer exports: the same answers may stand in other groups and with other texts. */
record FilledForm(QuestionnaireResponse response) {

    /** The answered questions, in the order of the form. */
    Stream<QuestionnaireResponseItemComponent> answered() {
        return response.getItem().stream().flatMap(FilledForm::answered);
    }

    /** A line for each answered question, whatever stands around it. */
    List<String> answers() {
        return answered()
                .map(item -> item.getLinkId() + " "
                        + item.getAnswer().stream()
                                .map(answer -> code(answer.getValue()))
                                .sorted()
                                .toList())
                .sorted()
                .toList();
    }

    boolean has(String linkId, Type value) {
        return answered()
                .filter(item -> item.getLinkId().equals(linkId))
                .flatMap(item -> item.getAnswer().stream())
                .anyMatch(answer -> code(answer.getValue()).equals(code(value)));
    }

    /** Sent in for the patient of the example, and when it was. */
    QuestionnaireResponse sentAs(ExampleCase example) {
        QuestionnaireResponse given = example.response();
        return response.setSubject(given.getSubject())
                .setAuthoredElement(given.getAuthoredElement())
                .setQuestionnaire(given.getQuestionnaire())
                .setStatus(QuestionnaireResponseStatus.COMPLETED);
    }

    private static Stream<QuestionnaireResponseItemComponent> answered(QuestionnaireResponseItemComponent item) {
        Stream<QuestionnaireResponseItemComponent> own = item.hasAnswer() ? Stream.of(item) : Stream.empty();
        return Stream.of(
                        own,
                        item.getItem().stream().flatMap(FilledForm::answered),
                        item.getAnswer().stream()
                                .flatMap(answer -> answer.getItem().stream())
                                .flatMap(FilledForm::answered))
                .flatMap(part -> part);
    }

    private static String code(Type value) {
        return value instanceof Coding coding ? coding.getCode() : value.primitiveValue();
    }
}
