package org.fascicle.fhir.response;

import java.util.List;
import java.util.Optional;
import org.fascicle.clinical.finding.Answers;
import org.fascicle.clinical.finding.Item;
import org.fascicle.fhir.interview.Interview;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Canonical;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/**
 * Reads the answers out of a response that {@link ResponseValidator} has passed. It never drops one: what it cannot read
 * is a fault of ours, and stops it.
 */
public final class AnswersFromFhir {
    private final Interviews interviews;

    public AnswersFromFhir(Interviews interviews) {
        this.interviews = interviews;
    }

    /** @throws IllegalStateException when the response was not validated, or a question is not judged by any rule */
    public Answers read(QuestionnaireResponse response) {
        Interview interview = Optional.ofNullable(response.getQuestionnaire())
                .map(Canonical::parse)
                .flatMap(interviews::find)
                .orElseThrow(() -> notValidated("its Questionnaire is not published here"));
        Issues issues = new Issues();
        List<Located> located = Placement.locate(response, interview, issues);
        located.forEach(question -> AnswerCheck.check(question, issues));
        issues.list().stream().findFirst().ifPresent(issue -> {
            throw notValidated(issue.text());
        });
        Answers.Builder answers = Answers.builder();
        located.forEach(question -> read(question, answers));
        return answers.build();
    }

    private static void read(Located question, Answers.Builder answers) {
        Item item = Item.find(question.linkId())
                .orElseThrow(() -> new IllegalStateException("`" + question.linkId() + "` is asked and not judged"));
        question.answers().forEach(answer -> read(item, answer.getValue(), answers));
    }

    private static void read(Item item, Type value, Answers.Builder answers) {
        switch (item.form().kind()) {
            case ONE_OF, SOME_OF -> answers.code(item, ((Coding) value).getCode());
            case INTEGER -> answers.number(item, ((IntegerType) value).getValue());
            case DECIMAL ->
                answers.number(item, ((DecimalType) value).getValue().doubleValue());
            case DATE -> answers.date(item, Dates.days((DateType) value));
            case TEXT -> answers.text(item, ((StringType) value).getValue());
        }
    }

    private static IllegalStateException notValidated(String fault) {
        return new IllegalStateException("The response was not validated: " + fault);
    }
}
