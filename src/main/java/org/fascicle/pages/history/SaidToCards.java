package org.fascicle.pages.history;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.fascicle.cdshooks.feedback.Feedback;
import org.fascicle.cdshooks.feedback.Remembered;
import org.fascicle.pages.history.HistoryPage.Said;
import org.fascicle.pages.visit.Visit;

/** What clinicians said to the cards about this patient, in words, the newest first. */
final class SaidToCards {
    private SaidToCards() {}

    static List<Said> of(List<Remembered> answers, Visit visit) {
        return answers.stream()
                .sorted(Comparator.comparing(SaidToCards::when).reversed())
                .map(answer -> said(answer, visit))
                .toList();
    }

    private static Said said(Remembered answer, Visit visit) {
        Feedback feedback = answer.feedback();
        String outcome = visit.words().of("card.outcome." + feedback.outcome());
        String reason = feedback.reason().isEmpty()
                ? outcome
                : visit.words().of("card.because", outcome, visit.words().of("card.reason." + feedback.reason()));
        return new Said(
                visit.words()
                        .moment(when(answer).withOffsetSameInstant(visit.now().getOffset())),
                visit.words().of("card.rule." + answer.rule()),
                reason,
                feedback.comment());
    }

    private static OffsetDateTime when(Remembered answer) {
        return OffsetDateTime.parse(answer.feedback().at());
    }
}
