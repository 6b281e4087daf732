package org.fascicle.pages.interview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fascicle.fhir.interview.Interview;
import org.fascicle.fhir.interview.Question;
import org.fascicle.pages.visit.Form;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;

/**
 * What stands in the fields of the interview, as it was typed, right or wrong.
 *
 * @param answers by linkId; a field that is empty is not there
 */
public record Entered(Map<String, List<String>> answers) {

    public Entered {
        answers = Map.copyOf(answers);
    }

    /** As sent; fields that are no questions of the interview are passed over. */
    static Entered of(Form form, Interview interview) {
        return new Entered(interview
                .questions()
                .map(Question::linkId)
                .filter(linkId -> form.find(linkId).isPresent())
                .collect(Collectors.toMap(linkId -> linkId, linkId -> given(form.all(linkId)))));
    }

    private static List<String> given(List<String> values) {
        return values.stream()
                .filter(value -> !value.isBlank())
                .map(String::strip)
                .toList();
    }

    /** As a response has it. */
    static Entered of(QuestionnaireResponse response) {
        Map<String, List<String>> answers = new HashMap<>();
        response.getItem().forEach(item -> collect(item, answers));
        return new Entered(answers);
    }

    private static void collect(QuestionnaireResponseItemComponent item, Map<String, List<String>> answers) {
        for (QuestionnaireResponseItemAnswerComponent answer : item.getAnswer()) {
            if (answer.hasValue()) {
                answers.computeIfAbsent(item.getLinkId(), any -> new ArrayList<>())
                        .add(text(answer.getValue()));
            }
            answer.getItem().forEach(below -> collect(below, answers));
        }
        item.getItem().forEach(below -> collect(below, answers));
    }

    private static String text(Type value) {
        return value instanceof Coding coding ? coding.getCode() : value.primitiveValue();
    }

    List<String> of(String linkId) {
        return answers.getOrDefault(linkId, List.of());
    }

    /** Whether this answer is given. */
    boolean has(String linkId, String code) {
        return of(linkId).contains(code);
    }

    /** How many: answers are the patient's. */
    @Override
    public String toString() {
        return "Entered[" + answers.size() + "]";
    }
}
