package org.fascicle.pages.interview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fascicle.fhir.interview.Interview;
import org.fascicle.fhir.interview.Question;
import org.fascicle.look.Words;
import org.hl7.fhir.r4.model.Type;

/** What was entered, read against the interview: which questions are open, what each answer means, what is wrong. */
final class Entry {
    private final Interview interview;
    private final Entered entered;
    private final Map<String, Read> read = new LinkedHashMap<>();

    Entry(Interview interview, Entered entered, Words words) {
        this.interview = interview;
        this.entered = entered;
        AnswerReader reader = new AnswerReader(words);
        interview
                .questions()
                .filter(this::isOpen)
                .forEach(question -> read.put(question.linkId(), reader.read(question, entered.of(question.linkId()))));
    }

    Entered entered() {
        return entered;
    }

    boolean isOpen(Question question) {
        return interview.isOpen(question, entered::has);
    }

    /** The values of an open question, as far as they are right. */
    List<Type> values(Question question) {
        return Optional.ofNullable(read.get(question.linkId()))
                .map(Read::values)
                .orElse(List.of());
    }

    Optional<String> fault(Question question) {
        return Optional.ofNullable(read.get(question.linkId())).flatMap(Read::fault);
    }

    /** The questions answered wrongly, in the order they are asked. */
    List<Question> faulty() {
        return interview
                .questions()
                .filter(question -> fault(question).isPresent())
                .toList();
    }

    /** What an earlier answer opened after the page had been drawn. */
    List<Question> openedSince(List<String> asked) {
        return interview
                .questions()
                .filter(this::isOpen)
                .filter(question -> !asked.contains(question.linkId()))
                .toList();
    }
}
