package org.fascicle.cdshooks.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fascicle.assessing.Assessing;
import org.fascicle.cdshooks.call.Call;
import org.fascicle.cdshooks.call.Hook;
import org.fascicle.cdshooks.call.Known;

/**
 * Decides what to say, if anything: of a chart the one thing that matters most, of each order one at most.
 *
 * <p>The order is by what the others would only repeat: a history judged now says all its results say; a result nobody
 * acted on comes after an electrolyte it has not seen.
 */
public final class Advisor {
    private static final List<Function<Situation, Optional<Notice>>> OF_A_CHART =
            List.of(Merged::of, Unassessed::of, CriticalElectrolyte::of, NobodyAccepted::of, NoHistory::of);

    private final Assessing assessing;
    private final Clock clock;

    public Advisor(Assessing assessing, Clock clock) {
        this.assessing = assessing;
        this.clock = clock;
    }

    public List<Notice> notices(Call call, Known known) {
        Situation situation = new Situation(known, assessing, OffsetDateTime.now(clock));
        return call.hook() == Hook.PATIENT_VIEW ? ofChart(situation) : ofOrders(situation, call);
    }

    private static List<Notice> ofChart(Situation situation) {
        return OF_A_CHART.stream()
                .flatMap(rule -> rule.apply(situation).stream())
                .limit(1)
                .toList();
    }

    private static List<Notice> ofOrders(Situation situation, Call call) {
        List<Draft> drafts = call.drafts().stream()
                .map(order -> Draft.of(order, situation.subject()))
                .filter(draft -> !draft.activities().isEmpty())
                .toList();
        return drafts.stream()
                .flatMap(draft -> ofOrder(situation, draft, drafts).stream())
                .toList();
    }

    private static Optional<Notice> ofOrder(Situation situation, Draft draft, List<Draft> drafts) {
        return Stream.<Function<Draft, Optional<Notice>>>of(
                        one -> EmgTooEarly.of(situation, one),
                        one -> DuplicateOrder.of(situation, one),
                        one -> Completion.of(situation, one, drafts))
                .flatMap(rule -> rule.apply(draft).stream())
                .findFirst();
    }
}
