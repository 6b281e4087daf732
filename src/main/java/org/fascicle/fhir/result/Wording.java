package org.fascicle.fhir.result;

import java.util.Locale;
import java.util.Optional;
import org.fascicle.clinical.finding.Item;
import org.fascicle.fhir.interview.AnswerType;
import org.fascicle.fhir.interview.Interview;
import org.fascicle.fhir.interview.Question;

/** The interview's own words, so that a result speaks of a question as it was asked. */
public record Wording(Interview interview, Locale locale) {

    public String question(Item item) {
        return find(item).map(question -> question.text().in(locale)).orElse(item.linkId());
    }

    public String answer(Item item, String code) {
        return find(item)
                .map(Question::type)
                .filter(AnswerType.Choice.class::isInstance)
                .flatMap(type -> ((AnswerType.Choice) type).find(code))
                .map(option -> option.display().in(locale))
                .orElse(code);
    }

    private Optional<Question> find(Item item) {
        return interview.find(item.linkId());
    }
}
