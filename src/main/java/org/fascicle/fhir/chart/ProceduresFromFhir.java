package org.fascicle.fhir.chart;

import static org.fascicle.clinical.chart.Problem.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fascicle.clinical.chart.Diagnosis;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.fhir.text.Mention;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;

/**
 * Reads operations on neck and gut, and the last recent dialysis, out of procedures that were done.
 *
 * <p>Dialysis long ago, or nobody knows when, does not make a kidney failure of today: that would soften alerts.
 */
final class ProceduresFromFhir {
    private static final int RECENT_DIALYSIS = 90;

    private final ChartScope scope;
    private final Gathered gathered;
    private Optional<Dialysis> last = Optional.empty();

    ProceduresFromFhir(ChartScope scope, Gathered gathered) {
        this.scope = scope;
        this.gathered = gathered;
    }

    private record Dialysis(LocalDate day, Entry entry) {}

    void read(Charted from, Procedure procedure) {
        if (!isDone(procedure)) {
            return;
        }
        Concept code = Concept.of(procedure.getCode());
        Entry entry = new Entry(from.reference(), Moments.firstDay(procedure.getPerformed()));
        List.of(NECK_SURGERY, GUT_SURGERY).stream()
                .filter(problem -> isSaid(problem, code))
                .forEach(problem -> gathered.add(new Diagnosis(problem, entry)));
        if (isSaid(KIDNEY_FAILURE, code)) {
            dialysis(from, procedure, entry);
        }
    }

    private void dialysis(Charted from, Procedure procedure, Entry entry) {
        Optional<LocalDate> day = Moments.lastDay(procedure.getPerformed())
                .or(() -> isGoingOn(procedure) ? Optional.of(scope.day()) : entry.date());
        if (day.isEmpty()) {
            gathered.unread(from, "a dialysis without a date was not counted");
        } else if (last.isEmpty() || !day.get().isBefore(last.get().day())) {
            last = Optional.of(new Dialysis(day.get(), entry));
        }
    }

    /** Hands over what all of them together tell. */
    void finish() {
        LocalDate oldest = scope.day().minusDays(RECENT_DIALYSIS);
        last.filter(dialysis -> !dialysis.day().isBefore(oldest))
                .ifPresent(dialysis -> List.of(KIDNEY_DISEASE, ADVANCED_KIDNEY_DISEASE, KIDNEY_FAILURE)
                        .forEach(problem -> gathered.add(new Diagnosis(problem, dialysis.entry()))));
    }

    private static boolean isGoingOn(Procedure procedure) {
        return procedure.getStatus() == ProcedureStatus.INPROGRESS && procedure.hasPerformed();
    }

    private static boolean isDone(Procedure procedure) {
        ProcedureStatus status = procedure.getStatus();
        return status == null
                || status == ProcedureStatus.COMPLETED
                || status == ProcedureStatus.INPROGRESS
                || status == ProcedureStatus.UNKNOWN;
    }

    private static boolean isSaid(Problem problem, Concept code) {
        Mention mention = new ProblemName(code).mention(problem);
        return mention == Mention.STATED || mention == Mention.PAST;
    }
}
