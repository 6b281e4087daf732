package org.fascicle.pages.interview;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.fascicle.assessing.Drafting;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.pages.visit.Visit;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/**
 * Keeps the answers of one form in the one response in progress, and completes it. Sent twice it is written once; what
 * somebody else wrote meanwhile is never overwritten unseen.
 */
final class Keeping {
    private static final int TRIES = 3;
    private static final Set<QuestionnaireResponseStatus> FINISHED =
            EnumSet.of(QuestionnaireResponseStatus.COMPLETED, QuestionnaireResponseStatus.AMENDED);

    private final Drafting drafting;
    private final ResponseFromEntry composer;
    private final LastHand last;

    Keeping(Drafting drafting, ResponseFromEntry composer, LastHand last) {
        this.drafting = drafting;
        this.composer = composer;
        this.last = last;
    }

    /** @param prefilled makes the draft to begin with, where there is none */
    Kept keep(Visit visit, Entry entry, Hand hand, Supplier<QuestionnaireResponse> prefilled) {
        return unlessStale(() -> keepOnce(visit, entry, hand, prefilled));
    }

    /** The same, and then it is completed; contested answers are not. */
    Kept complete(Visit visit, Entry entry, Hand hand, Supplier<QuestionnaireResponse> prefilled) {
        return unlessStale(() -> {
            Kept kept = keepOnce(visit, entry, hand, prefilled);
            return kept instanceof Kept.Saved saved ? new Kept.Finished(completed(visit, saved.stored())) : kept;
        });
    }

    private static Kept unlessStale(Supplier<Kept> attempt) {
        for (int tries = 1; ; tries++) {
            try {
                return attempt.get();
            } catch (Fault fault) {
                if (fault.kind() != Kind.STALE || tries == TRIES) {
                    throw fault;
                }
            }
        }
    }

    private Kept keepOnce(Visit visit, Entry entry, Hand hand, Supplier<QuestionnaireResponse> prefilled) {
        Optional<Stored> finished =
                last.find(visit.launch(), hand).map(visit.chart()::read).filter(Keeping::isFinished);
        if (finished.isPresent()) {
            return new Kept.Finished(finished.get());
        }
        Optional<Stored> theirs = drafting.find(visit.chart(), visit.subject());
        return theirs.isPresent()
                ? replace(visit, entry, hand, theirs.get())
                : begin(visit, entry, hand, prefilled.get());
    }

    private static boolean isFinished(Stored stored) {
        return FINISHED.contains(stored.as(QuestionnaireResponse.class).getStatus());
    }

    private Kept begin(Visit visit, Entry entry, Hand hand, QuestionnaireResponse prefilled) {
        QuestionnaireResponse response = Signed.by(visit, composer.compose(entry, prefilled));
        Written written = drafting.begin(visit.chart(), response);
        if (written.outcome() == Written.Outcome.FOUND) {
            return replace(visit, entry, hand, written.stored());
        }
        return saved(visit, hand, written.stored());
    }

    private Kept replace(Visit visit, Entry entry, Hand hand, Stored theirs) {
        QuestionnaireResponse before = theirs.as(QuestionnaireResponse.class);
        QuestionnaireResponse after = composer.compose(entry, before);
        if (Entered.of(before).equals(Entered.of(after))) {
            return saved(visit, hand, theirs);
        }
        boolean hasSeen =
                hand.version().filter(theirs.version()::equals).isPresent() || last.isOf(visit.launch(), hand, theirs);
        return hasSeen
                ? saved(visit, hand, drafting.save(visit.chart(), Signed.by(visit, after), theirs))
                : new Kept.Contested(theirs);
    }

    private Kept saved(Visit visit, Hand hand, Stored stored) {
        last.wrote(visit.launch(), hand, stored);
        return new Kept.Saved(stored);
    }

    private Stored completed(Visit visit, Stored draft) {
        QuestionnaireResponse response = draft.as(QuestionnaireResponse.class);
        response.setStatus(QuestionnaireResponseStatus.COMPLETED);
        return drafting.save(visit.chart(), Signed.by(visit, response), draft);
    }
}
