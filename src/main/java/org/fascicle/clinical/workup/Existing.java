package org.fascicle.clinical.workup;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Electrodiagnosis;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.chart.Past;
import org.fascicle.clinical.chart.PlacedOrder;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.LabFinding;
import org.fascicle.clinical.lab.LabResult;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.workup.NotProposed.Cause;
import org.fascicle.clinical.workup.OrderRule.Trait;

/** What the chart holds already, so that nothing is proposed twice (C.6). */
record Existing(CaseFile file) {

    /** What stands in for the activity, if anything does. */
    Optional<NotProposed> standsInFor(Ask ask) {
        return order(ask).or(() -> study(ask)).or(() -> result(ask));
    }

    /** Whether a recent normal result makes a test of this analyte needless. */
    boolean isSettled(Analyte analyte) {
        return file.labs().find(analyte).filter(LabFinding::isSettledNormal).isPresent();
    }

    private Optional<NotProposed> order(Ask ask) {
        if (ask.activity() == Activity.EMERGENCY_DEPARTMENT) {
            return Optional.empty();
        }
        Limit window = ask.is(Trait.EVEN_IF_RECENT) ? Limit.WINDOW_ACUTE_ORDER : Limit.WINDOW_ORDER;
        return file.chart().stream()
                .flatMap(chart -> chart.orders().stream())
                .filter(order -> order.covers(ask.activity()))
                .filter(order -> isWithin(order, window))
                .findFirst()
                .map(order -> new NotProposed(
                        ask.activity(),
                        Cause.ALREADY_ORDERED,
                        "it is ordered or drafted already: check that it is soon enough",
                        Optional.of(order.entry())));
    }

    /** An order without a date counts: a duplicate is seen by the clinician, and the reference is given. */
    private boolean isWithin(PlacedOrder order, Limit window) {
        LocalDate oldest = file.today().minusDays((long) file.limits().of(window));
        return order.entry().date().filter(oldest::isAfter).isEmpty();
    }

    private Optional<NotProposed> study(Ask ask) {
        if (ask.activity() != Activity.EMG) {
            return Optional.empty();
        }
        if (file.charted(Past.EMG_PENDING) == Presence.PRESENT) {
            return Optional.of(study(Cause.ALREADY_ORDERED, "a study is awaited", Electrodiagnosis.Outcome.PENDING));
        }
        if (file.charted(Past.EMG_NORMAL) == Presence.PRESENT) {
            return Optional.of(study(
                    Cause.RECENT_RESULT,
                    "a study since the symptoms began was normal",
                    Electrodiagnosis.Outcome.NORMAL));
        }
        return Optional.empty();
    }

    private NotProposed study(Cause cause, String why, Electrodiagnosis.Outcome outcome) {
        Optional<Entry> entry = file.chart().stream()
                .map(ChartFacts::tests)
                .flatMap(tests -> tests.electrodiagnoses().stream())
                .filter(done -> done.outcome() == outcome)
                .map(Electrodiagnosis::entry)
                .findFirst();
        return new NotProposed(Activity.EMG, cause, why, entry);
    }

    private Optional<NotProposed> result(Ask ask) {
        List<Analyte> analytes = ask.activity() == Activity.ALBUMIN && isSettled(Analyte.CALCIUM)
                ? List.of(Analyte.CALCIUM)
                : ask.activity().analytes();
        boolean needless = !analytes.isEmpty() && analytes.stream().allMatch(this::isSettled);
        if (!needless || ask.is(Trait.EVEN_IF_RECENT)) {
            return Optional.empty();
        }
        LabResult newest = file.labs().find(analytes.get(0)).orElseThrow().result();
        Entry entry = new Entry(newest.reference(), Optional.of(newest.day()));
        return Optional.of(
                new NotProposed(ask.activity(), Cause.RECENT_RESULT, "a recent result was normal", Optional.of(entry)));
    }
}
