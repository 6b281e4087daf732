package org.fascicle.pages.result;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.fhir.interview.AnswerType;
import org.fascicle.fhir.interview.Interview;
import org.fascicle.fhir.interview.Question;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;

/** The answers of a response, a line each, as they were asked and given. */
record AnswerLines(Interview interview, Locale locale) {

    List<String> of(QuestionnaireResponse response) {
        return items(response.getItem())
                .filter(QuestionnaireResponseItemComponent::hasAnswer)
                .flatMap(item -> interview.find(item.getLinkId()).stream().map(question -> line(question, item)))
                .toList();
    }

    private static Stream<QuestionnaireResponseItemComponent> items(List<QuestionnaireResponseItemComponent> items) {
        return items.stream()
                .flatMap(item -> Stream.of(
                                Stream.of(item),
                                items(item.getItem()),
                                item.getAnswer().stream().flatMap(answer -> items(answer.getItem())))
                        .flatMap(part -> part));
    }

    private String line(Question question, QuestionnaireResponseItemComponent item) {
        String answers = item.getAnswer().stream()
                .map(answer -> answer(question, answer.getValue()))
                .collect(Collectors.joining(", "));
        return question.text().in(locale) + " " + answers;
    }

    private String answer(Question question, Type value) {
        if (value instanceof Coding coding && question.type() instanceof AnswerType.Choice choice) {
            return choice.find(coding.getCode())
                    .map(option -> option.display().in(locale))
                    .orElse(coding.getCode());
        }
        return value == null ? "" : value.primitiveValue();
    }
}
