package org.fascicle.pages.interview;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fascicle.assessing.Drafting;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.pages.visit.Visit;
import org.fascicle.state.Held;
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

    /** The same, and then it is completed; answers that were not saved are not. */
    Kept complete(Visit visit, Entry entry, Hand hand, Supplier<QuestionnaireResponse> prefilled) {
        return unlessStale(() -> {
            Kept kept = keepOnce(visit, entry, hand, prefilled);
            return kept instanceof Kept.Saved saved ? new Kept.Finished(completed(visit, saved.stored())) : kept;
        });
    }

    static Kept unlessStale(Supplier<Kept> attempt) {
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
        Optional<Held<LastHand.Wrote>> seen = last.seen(visit.launch(), hand);
        Optional<Kept> already = already(visit, entry, hand);
        if (already.isPresent()) {
            return already.get();
        }
        Optional<Stored> theirs = drafting.find(visit.chart(), visit.subject());
        if (theirs.isPresent()) {
            return replace(visit, entry, hand, theirs.get());
        }
        QuestionnaireResponse first = prefilled.get();
        return already(visit, entry, hand).orElseGet(() -> begin(visit, entry, hand, seen, first));
    }

    /** What this form was drawn from, or has written, may have been completed since: then there is nothing to begin. */
    private Optional<Kept> already(Visit visit, Entry entry, Hand hand) {
        Optional<String> since = last.findCompleted(visit.launch())
                .filter(id -> hand.after().filter(id::equals).isEmpty());
        return Stream.of(last.find(visit.launch(), hand), hand.draft(), since)
                .flatMap(Optional::stream)
                .distinct()
                .map(id -> Interviewing.completed(visit, id))
                .filter(Keeping::isFinished)
                .findFirst()
                .map(stored -> compared(stored, entry));
    }

    private Kept compared(Stored finished, Entry entry) {
        QuestionnaireResponse before = finished.as(QuestionnaireResponse.class);
        boolean isSame = Entered.of(before).equals(Entered.of(composer.compose(entry, before)));
        return isSame ? new Kept.Finished(finished) : new Kept.Overtaken(finished);
    }

    private static boolean isFinished(Stored stored) {
        return FINISHED.contains(stored.as(QuestionnaireResponse.class).getStatus());
    }

    /** Two that are sent at once from one form may both come here: the second takes its own back and looks again. */
    private Kept begin(
            Visit visit, Entry entry, Hand hand, Optional<Held<LastHand.Wrote>> seen, QuestionnaireResponse prefilled) {
        QuestionnaireResponse response = Signed.by(visit, composer.compose(entry, prefilled));
        Written written = drafting.begin(visit.chart(), response);
        if (written.outcome() == Written.Outcome.FOUND) {
            return replace(visit, entry, hand, written.stored());
        }
        if (!last.began(visit.launch(), hand, seen, written.stored())) {
            drafting.stop(visit.chart(), written.stored());
            throw new Fault(Kind.STALE, "The same form has begun a response meanwhile");
        }
        return new Kept.Saved(written.stored());
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
        Stored completed = drafting.save(visit.chart(), Signed.by(visit, response), draft);
        last.completed(visit.launch(), completed);
        return completed;
    }
}
