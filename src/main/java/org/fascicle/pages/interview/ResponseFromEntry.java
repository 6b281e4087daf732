package org.fascicle.pages.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fascicle.fhir.interview.Group;
import org.fascicle.fhir.interview.Interview;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.interview.Question;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;

/** Writes what was entered into a response; an answer that is still the one the chart gave keeps its source. */
record ResponseFromEntry(Interviews interviews) {

    /** @param base the response so far, with its header; it is left as it was */
    QuestionnaireResponse compose(Entry entry, QuestionnaireResponse base) {
        Interview interview = interviews.current();
        QuestionnaireResponse response = base.copy();
        response.setQuestionnaire(interview.canonical().toString());
        response.setItem(new ArrayList<>());
        response.setText(null);
        List<QuestionnaireResponseItemComponent> before = items(base.getItem()).toList();
        interview.groups().stream()
                .map(group -> group(group, entry, before))
                .filter(QuestionnaireResponseItemComponent::hasItem)
                .forEach(response::addItem);
        return response;
    }

    private static QuestionnaireResponseItemComponent group(
            Group group, Entry entry, List<QuestionnaireResponseItemComponent> before) {
        QuestionnaireResponseItemComponent item = new QuestionnaireResponseItemComponent()
                .setLinkId(group.linkId())
                .setText(group.text().original());
        group.questions().stream()
                .map(question -> question(question, entry.values(question), before))
                .filter(QuestionnaireResponseItemComponent::hasAnswer)
                .forEach(item::addItem);
        return item;
    }

    private static QuestionnaireResponseItemComponent question(
            Question question, List<Type> values, List<QuestionnaireResponseItemComponent> before) {
        QuestionnaireResponseItemComponent item = new QuestionnaireResponseItemComponent()
                .setLinkId(question.linkId())
                .setText(question.text().original());
        values.forEach(value -> item.addAnswer(answer(question, value, before)));
        return item;
    }

    private static QuestionnaireResponseItemAnswerComponent answer(
            Question question, Type value, List<QuestionnaireResponseItemComponent> before) {
        return before.stream()
                .filter(item -> item.getLinkId().equals(question.linkId()))
                .flatMap(item -> item.getAnswer().stream())
                .filter(answer -> isSame(answer.getValue(), value))
                .findFirst()
                .map(answer -> {
                    QuestionnaireResponseItemAnswerComponent kept = answer.copy();
                    kept.setItem(new ArrayList<>());
                    return kept;
                })
                .orElseGet(() -> new QuestionnaireResponseItemAnswerComponent().setValue(value));
    }

    private static boolean isSame(Type one, Type other) {
        if (one instanceof org.hl7.fhir.r4.model.Coding before && other instanceof org.hl7.fhir.r4.model.Coding now) {
            return now.getCode().equals(before.getCode());
        }
        return one != null && one.equalsShallow(other);
    }

    /** Every item at any depth. */
    static Stream<QuestionnaireResponseItemComponent> items(List<QuestionnaireResponseItemComponent> items) {
        return items.stream()
                .flatMap(item -> Stream.concat(
                        Stream.of(item),
                        Stream.concat(
                                items(item.getItem()),
                                item.getAnswer().stream().flatMap(answer -> items(answer.getItem())))));
    }
}
