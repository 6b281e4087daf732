package org.fascicle.pages.interview;

import org.fascicle.chart.Stored;
import org.fascicle.pages.visit.Visit;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/** Changes a completed response, as its next version. */
final class Amending {
    private final ResponseFromEntry composer;

    Amending(ResponseFromEntry composer) {
        this.composer = composer;
    }

    /** Sent twice at once, the second finds what the first wrote. */
    Kept amend(Visit visit, String id, Entry entry, Hand hand) {
        return Keeping.unlessStale(() -> amendOnce(visit, Interviewing.completed(visit, id), entry, hand));
    }

    private Kept amendOnce(Visit visit, Stored completed, Entry entry, Hand hand) {
        QuestionnaireResponse before = completed.as(QuestionnaireResponse.class);
        QuestionnaireResponse after = composer.compose(entry, before);
        if (Entered.of(before).equals(Entered.of(after))) {
            return new Kept.Finished(completed);
        }
        if (hand.version().filter(completed.version()::equals).isEmpty()) {
            return new Kept.Contested(completed);
        }
        after.setStatus(QuestionnaireResponseStatus.AMENDED)
                .setId(completed.key().id());
        return new Kept.Finished(visit.chart()
                .update(Signed.by(visit, after), completed.version())
                .stored());
    }
}
