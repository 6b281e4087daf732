package org.fascicle.assessing;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.fascicle.chart.Chart;
import org.fascicle.clinical.Patient;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Unread;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.chart.AnswersFromChart;
import org.fascicle.fhir.chart.ChartFromFhir;
import org.fascicle.fhir.chart.ChartResources;
import org.fascicle.fhir.chart.ChartScope;
import org.fascicle.fhir.chart.ChartedAnswer;
import org.fascicle.fhir.chart.DraftToFhir;
import org.fascicle.fhir.interview.Interviews;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * The use case before the interview: a draft response with what the chart already tells. A clinician has to look at it; what
 * the chart does not say is left open.
 */
public final class Populating {
    private final Interviews interviews;
    private final Limits limits;
    private final Clock clock;

    public Populating(Interviews interviews, Limits limits, Clock clock) {
        this.interviews = interviews;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A draft, not stored.
     *
     * @param unread what looked as if it mattered and could not be used
     */
    public record Draft(QuestionnaireResponse response, List<Unread> unread) {
        public Draft {
            unread = List.copyOf(unread);
        }

        @Override
        public String toString() {
            return "Draft";
        }
    }

    /** @param subject the patient's reference; a patient of this chart */
    public Draft populate(Chart chart, String subject) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        ChartResources record = new PatientRecord(chart).read(subject);
        ChartFacts facts = ChartFromFhir.read(record, ChartScope.of(subject, now.toLocalDate()));
        Patient patient = InUse.patient(record, subject);
        List<ChartedAnswer> answers = AnswersFromChart.read(facts, patient, now.toLocalDate(), limits);
        return new Draft(draft(answers, subject, now), facts.unread());
    }

    /** A draft in which everything is left open. */
    public Draft empty(String subject) {
        return new Draft(draft(List.of(), subject, OffsetDateTime.now(clock)), List.of());
    }

    private QuestionnaireResponse draft(List<ChartedAnswer> answers, String subject, OffsetDateTime now) {
        String authored = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.truncatedTo(ChronoUnit.SECONDS));
        return new DraftToFhir(interviews.current()).compose(answers, subject, authored);
    }
}
