package org.fascicle.assessing;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Written;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.result.Judged;
import org.fascicle.fhir.result.Part;
import org.fascicle.fhir.result.ResultToFhir;

/** Writes results down, once each: the first time, again when something changed, and withdrawn when it was an error. */
record Recording(Chart chart) {

    private static final int TRIES = 3;

    /** Tries again when someone else wrote in between: what they wrote may be just this. */
    Result record(Judged judged, ResultToFhir composer) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(judged, composer, attempt > 1);
            } catch (Fault fault) {
                if (fault.kind() != Kind.STALE || attempt == TRIES) {
                    throw fault;
                }
            }
        }
    }

    /** @param isContested whether the trail of a first result was there already, although no result is */
    private Result attempt(Judged judged, ResultToFhir composer, boolean isContested) {
        Optional<RecordedResult> before =
                RecordedResult.find(chart, judged.header().key());
        if (before.filter(old -> old.isOf(judged.stamp().fingerprint())).isPresent()) {
            return before.get().result(false);
        }
        List<Part> parts = composer.compose(judged);
        List<Written> written = chart.transact(before.map(old -> new Reassessment(old, parts).transaction())
                .orElseGet(() -> FirstAssessment.transaction(parts, isContested)));
        if (before.isEmpty() && written.stream().allMatch(one -> one.outcome() == Written.Outcome.CREATED)) {
            return Result.stored(written.stream().map(Written::stored).toList(), true);
        }
        boolean isOurs = written.get(0).outcome() != Written.Outcome.FOUND;
        return find(judged.header().key()).result(isOurs);
    }

    /** The response was an error: so was its judgement, and what nobody acted on is revoked. */
    Result withdraw(String responseId, OffsetDateTime at) {
        RecordedResult before = find(responseId);
        if (before.isWithdrawn()) {
            return before.result(false);
        }
        chart.transact(new Withdrawal(before, at).transaction());
        return find(responseId).result(true);
    }

    private RecordedResult find(String key) {
        return RecordedResult.find(chart, key)
                .orElseThrow(() -> new Fault(Kind.NOT_FOUND, "This response has no assessment in the chart"));
    }
}
