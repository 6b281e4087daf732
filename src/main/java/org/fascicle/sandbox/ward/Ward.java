package org.fascicle.sandbox.ward;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.fascicle.assessing.Assessing;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.fhir.result.Names;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * Brings the invented patients into a chart, as days went by: first what the chart held, then an assessment of each
 * completed history, dated as if it had been made at once, then what came in later.
 *
 * <p>Each step is done only when it was not done before, and each is one transaction: it can be repeated at every start,
 * and a start that was cut short is completed by the next. What anyone changed meanwhile is left alone.
 */
public final class Ward {
    /** Ids of the patients, in the order in which their stories are best read. */
    public static final List<String> PATIENTS = List.of(
            "ada", "miriam", "tomas", "ingrid", "beatrix", "priya", "kito", "otto", "jonas", "halima", "wendell");

    private static final String CLINICIANS = "clinicians";
    private static final String LATER = ".later";
    private static final Duration TO_READ_IT = Duration.ofMinutes(5);

    private final Chart chart;
    private final Function<Clock, Assessing> assessing;
    private final Clock clock;
    private final Placeholders placeholders;

    private Ward(Chart chart, Function<Clock, Assessing> assessing, Clock clock) {
        this.chart = chart;
        this.assessing = assessing;
        this.clock = clock;
        this.placeholders = Placeholders.on(clock);
    }

    /**
     * Brings in whoever is not there yet.
     *
     * @param assessing the use case with a clock of its own
     */
    public static void fill(Chart chart, Function<Clock, Assessing> assessing, Clock clock) {
        Ward ward = new Ward(chart, assessing, clock);
        ward.bring(WardFile.find(CLINICIANS).orElseThrow());
        PATIENTS.forEach(ward::admit);
    }

    /**
     * Puts an invented patient back as on the first day, with dates counted from today: what came since is marked as
     * entered in error, for a chart forgets nothing.
     *
     * @return false when the patient is none of the ward's
     */
    public static boolean reset(Chart chart, Function<Clock, Assessing> assessing, Clock clock, String patient) {
        if (!PATIENTS.contains(patient)) {
            return false;
        }
        Ward ward = new Ward(chart, assessing, clock);
        WardFile chartOf = WardFile.find(patient).orElseThrow();
        chart.transact(new Undoing(chart, patient).transaction(chartOf.transaction(ward.placeholders)));
        ward.assessCompleted(chartOf);
        WardFile.find(patient + LATER).ifPresent(file -> chart.transact(file.transaction(ward.placeholders)));
        return true;
    }

    private void admit(String patient) {
        WardFile chartOf = WardFile.find(patient).orElseThrow();
        bring(chartOf);
        assessCompleted(chartOf);
        WardFile.find(patient + LATER).ifPresent(this::bring);
    }

    private void assessCompleted(WardFile chartOf) {
        chartOf.completed().filter(this::isUnassessed).forEach(this::assess);
    }

    private void bring(WardFile file) {
        if (!isThere(file.first())) {
            chart.transact(file.transaction(placeholders));
        }
    }

    private boolean isThere(Key key) {
        return isFound(Search.of(key.type()).where("_id", key.id()));
    }

    private boolean isUnassessed(Key response) {
        return !isFound(Search.of("RiskAssessment").whereToken("identifier", Names.ASSESSMENT, response.id()));
    }

    private boolean isFound(Search search) {
        return !chart.search(search.count(1)).matches().isEmpty();
    }

    /** As of the moment the history was taken, which the chart knows: it may have been loaded on another day. */
    private void assess(Key response) {
        QuestionnaireResponse stored = chart.read(response).as(QuestionnaireResponse.class);
        Clock then = Clock.fixed(stored.getAuthored().toInstant().plus(TO_READ_IT), clock.getZone());
        assessing.apply(then).assess(chart, response.id());
    }
}
