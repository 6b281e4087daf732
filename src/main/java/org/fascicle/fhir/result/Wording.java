package org.fascicle.fhir.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.fascicle.clinical.finding.Item;
import org.fascicle.fhir.interview.AnswerType;
import org.fascicle.fhir.interview.Interview;
import org.fascicle.fhir.interview.Question;

/**
 * The interview's own words, so that a result speaks of a question as it was asked.
 *
 * @param interviews newest first, read when first needed: a question that the newest no longer asks is said in the words it
 *     last had
 */
public record Wording(Supplier<List<Interview>> interviews, Locale locale) {

    public Wording(Interview interview, Locale locale) {
        this(() -> List.of(interview), locale);
    }

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
        return interviews.get().stream()
                .flatMap(interview -> interview.find(item.linkId()).stream())
                .findFirst();
    }
}
