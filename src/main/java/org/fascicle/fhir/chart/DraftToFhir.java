package org.fascicle.fhir.chart;

import java.util.List;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.fhir.interview.AnswerType;
import org.fascicle.fhir.interview.Group;
import org.fascicle.fhir.interview.Interview;
import org.fascicle.fhir.interview.Question;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/**
 * Writes charted answers into a draft response: in progress, grouped as the interview is, each answer with where in the
 * chart it comes from and when ({@link Systems#PREFILLED_FROM_EXTENSION}).
 */
public record DraftToFhir(Interview interview) {

    /**
     * @param subject how the draft refers to the patient
     * @param authored when the draft is made, as FHIR writes it
     */
    public QuestionnaireResponse compose(List<ChartedAnswer> answers, String subject, String authored) {
        QuestionnaireResponse draft = new QuestionnaireResponse()
                .setQuestionnaire(interview.canonical().toString())
                .setStatus(QuestionnaireResponseStatus.INPROGRESS)
                .setSubject(new Reference(subject))
                .setAuthoredElement(new DateTimeType(authored));
        interview.groups().stream()
                .map(group -> group(group, answers))
                .filter(QuestionnaireResponseItemComponent::hasItem)
                .forEach(draft::addItem);
        return draft;
    }

    private static QuestionnaireResponseItemComponent group(Group group, List<ChartedAnswer> answers) {
        QuestionnaireResponseItemComponent item = new QuestionnaireResponseItemComponent()
                .setLinkId(group.linkId())
                .setText(group.text().original());
        group.questions()
                .forEach(question -> answers.stream()
                        .filter(answer -> answer.item().linkId().equals(question.linkId()))
                        .forEach(answer -> item.addItem(item(question, answer))));
        return item;
    }

    private static QuestionnaireResponseItemComponent item(Question question, ChartedAnswer answer) {
        QuestionnaireResponseItemAnswerComponent given =
                new QuestionnaireResponseItemAnswerComponent().setValue(value(question, answer.value()));
        answer.sources().forEach(source -> given.addExtension(source(source, answer.words())));
        return new QuestionnaireResponseItemComponent()
                .setLinkId(question.linkId())
                .setText(question.text().original())
                .addAnswer(given);
    }

    private static Type value(Question question, ChartedAnswer.Value value) {
        if (value instanceof ChartedAnswer.Code code) {
            return coding(question, code.code());
        }
        return value instanceof ChartedAnswer.Day day
                ? new DateType(day.day().toString())
                : new StringType(((ChartedAnswer.Text) value).text());
    }

    private static Coding coding(Question question, String code) {
        Coding coding = new Coding().setSystem(Systems.ANSWER).setCode(code);
        if (question.type() instanceof AnswerType.Choice choice) {
            choice.find(code)
                    .ifPresent(option -> coding.setDisplay(option.display().original()));
        }
        return coding;
    }

    private static Extension source(Entry entry, String words) {
        Reference reference = new Reference().setDisplay(words);
        if (!entry.reference().isEmpty()) {
            reference.setReference(entry.reference());
        }
        Extension source = new Extension(Systems.PREFILLED_FROM_EXTENSION);
        source.addExtension(new Extension("source", reference));
        entry.date().ifPresent(date -> source.addExtension(new Extension("date", new DateType(date.toString()))));
        return source;
    }
}
