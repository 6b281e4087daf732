package org.fascicle.assessing;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fascicle.assessing.writeback.WriteBack;
import org.fascicle.assessing.writeback.WriteBackPlan;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Issue;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.chart.ChartResources;
import org.fascicle.fhir.result.Judged;
import org.fascicle.fhir.result.Names;
import org.fascicle.fhir.result.Part;
import org.fascicle.fhir.result.ResultToFhir;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;

/**
 * The use case: a response in, a RiskAssessment and a workup out, written or only shown.
 *
 * <p>Writing is idempotent: the same version of a response under the same rules and the same chart facts has one result,
 * however often and however parallel it is asked for.
 */
public final class Assessing {
    private final ResponseReader reader;
    private final Judge judge;
    private final ResultToFhir composer;
    private final Clock clock;
    private final Consumer<Urgency> counter;

    public Assessing(ResponseReader reader, Judge judge, ResultToFhir composer, Clock clock) {
        this(reader, judge, composer, clock, urgency -> {});
    }

    private Assessing(
            ResponseReader reader, Judge judge, ResultToFhir composer, Clock clock, Consumer<Urgency> counter) {
        this.reader = reader;
        this.judge = judge;
        this.composer = composer;
        this.clock = clock;
        this.counter = counter;
    }

    /** The same, telling how urgent each result is that was given to someone; nothing else of it is told. */
    public Assessing counted(Consumer<Urgency> told) {
        return new Assessing(reader, judge, composer, clock, told);
    }

    /** Judges a stored response with its patient's chart, and writes the result to that chart. */
    public Result assess(Chart chart, String responseId) {
        QuestionnaireResponse response = response(chart, responseId);
        Recording recording = new Recording(chart);
        if (response.getStatus() == QuestionnaireResponseStatus.ENTEREDINERROR) {
            return recording.withdraw(responseId, now());
        }
        requireFinished(response);
        Judged judged = judged(chart, response);
        Result result = recording.record(judged, composer);
        counter.accept(judged.assessment().urgency());
        return result;
    }

    /**
     * The same in a chart that may not take all of it: each piece is written as the plan says.
     *
     * @return what was written; when the plan has everything copied by hand, the result as composed
     */
    public Result assess(Chart chart, String responseId, WriteBackPlan plan) {
        QuestionnaireResponse response = response(chart, responseId);
        if (plan.isWhole()) {
            return assess(chart, responseId);
        }
        if (response.getStatus() == QuestionnaireResponseStatus.ENTEREDINERROR) {
            return new StandIns(chart, responseId, plan).withdraw(now());
        }
        requireFinished(response);
        Judged judged = judged(chart, response);
        List<Part> parts = composer.compose(judged);
        WriteBack.Outcome outcome = new WriteBack(chart, plan).write(parts);
        counter.accept(judged.assessment().urgency());
        return outcome.stored().isEmpty() ? Result.shown(parts) : Result.stored(outcome.stored(), outcome.isWritten());
    }

    /** The same answer, with nothing written. A response in progress may be shown too. */
    public Result preview(Chart chart, String responseId) {
        QuestionnaireResponse response = response(chart, responseId);
        refuseWithdrawn(response);
        return shown(judged(chart, response));
    }

    /** Judges a response that is not stored, with the chart that was given, if any; reads and writes nothing. */
    public Result inline(QuestionnaireResponse response, Optional<ChartResources> chart) {
        return shown(sentAlong(response, chart));
    }

    /** Why each risk stands as it does, as Parameters in FHIR JSON; of a response that could be previewed. Writes nothing. */
    public String explain(Chart chart, String responseId) {
        QuestionnaireResponse response = response(chart, responseId);
        refuseWithdrawn(response);
        return composer.explain(judged(chart, response)).toString();
    }

    /** The same of a response that is not stored, with the chart that was given, if any; reads and writes nothing. */
    public String explain(QuestionnaireResponse response, Optional<ChartResources> chart) {
        return composer.explain(sentAlong(response, chart)).toString();
    }

    /** Of a chart that is another patient's nothing would be read, and all of it taken for absent. */
    private Judged sentAlong(QuestionnaireResponse response, Optional<ChartResources> chart) {
        refuseWithdrawn(response);
        Given given = reader.read(response);
        if (chart.filter(sent -> sent.isOfOthers(given.header().subject())).isPresent()) {
            String words =
                    "It is about another patient than the `Patient` of the chart: send the chart of `subject`, or none.";
            throw new Fault(
                    Kind.INVALID,
                    "The response and the chart do not belong together",
                    List.of(new Issue("invalid", "QuestionnaireResponse.subject", words)));
        }
        return judge.judge(given, chart, now());
    }

    /**
     * Whether a recorded result is still what would be judged now: the response, the rules, the thresholds and the chart may
     * have changed since. Reads, and writes nothing.
     */
    public Staleness staleness(Chart chart, String assessmentId) {
        RiskAssessment recorded =
                chart.read(new Key("RiskAssessment", assessmentId)).as(RiskAssessment.class);
        String key = Staleness.identifier(recorded, Names.ASSESSMENT);
        if (key.isEmpty()) {
            throw new Fault(Kind.INVALID, "This RiskAssessment was not made here, so nothing can be said of it");
        }
        if (recorded.getStatus() == RiskAssessmentStatus.ENTEREDINERROR) {
            return Staleness.NONE;
        }
        QuestionnaireResponse response = response(chart, key);
        return response.getStatus() == QuestionnaireResponseStatus.ENTEREDINERROR
                ? Staleness.because("The response it rests on was entered in error.")
                : Staleness.of(recorded, judged(chart, response));
    }

    /** The judgement itself, for pages and cards. */
    public Judged judged(Chart chart, QuestionnaireResponse response) {
        Given given = reader.read(response);
        ChartResources record = new PatientRecord(chart).read(given.header().subject());
        return judge.judge(given, Optional.of(record), now());
    }

    /** The judgement with a chart that was given, for cards. */
    public Judged judged(QuestionnaireResponse response, ChartResources chart) {
        return judge.judge(reader.read(response), Optional.of(chart), now());
    }

    /** A judgement as the resources it would be written down as. */
    public List<Part> composed(Judged judged) {
        return composer.compose(judged);
    }

    /** The thresholds and windows in force. */
    public Limits limits() {
        return judge.limits();
    }

    /** Whether the chart holds this judgement. */
    public Recorded recorded(Chart chart, Judged judged) {
        return RecordedResult.find(chart, judged.header().key())
                .map(result -> result.isOf(judged.stamp().fingerprint()) ? Recorded.SAME : Recorded.OLDER)
                .orElse(Recorded.NONE);
    }

    /** The same in a chart that may not take all of it. */
    public Recorded recorded(Chart chart, Judged judged, WriteBackPlan plan) {
        return plan.isFoundAgain()
                ? recorded(chart, judged)
                : new WriteBack(chart, plan).recorded(composer.compose(judged));
    }

    /** The judgement of the patient's newest history that is finished, with the chart. Fault: there is none. */
    public Judged newest(Chart chart, String subject) {
        Search finished = Search.of("QuestionnaireResponse")
                .where("patient", PatientRecord.patient(subject).toString())
                .where("questionnaire", Systems.QUESTIONNAIRE)
                .where("status", "completed", "amended")
                .sorted("-authored")
                .count(1);
        return chart.search(finished).matches().stream()
                .findFirst()
                .map(newest -> judged(chart, newest.as(QuestionnaireResponse.class)))
                .orElseThrow(() -> new Fault(
                        Kind.INVALID, "This patient has no finished response to the history: complete one first"));
    }

    private Result shown(Judged judged) {
        counter.accept(judged.assessment().urgency());
        return Result.shown(composer.compose(judged));
    }

    private static QuestionnaireResponse response(Chart chart, String id) {
        return SubmissionFromJson.response(chart.read(new Key("QuestionnaireResponse", id)));
    }

    private static void requireFinished(QuestionnaireResponse response) {
        QuestionnaireResponseStatus status = response.getStatus();
        if (status != QuestionnaireResponseStatus.COMPLETED && status != QuestionnaireResponseStatus.AMENDED) {
            throw new Fault(
                    Kind.INVALID,
                    "A response that is `" + status.toCode()
                            + "` is only previewed: complete it, or ask with `preview` true");
        }
    }

    private static void refuseWithdrawn(QuestionnaireResponse response) {
        if (response.getStatus() == QuestionnaireResponseStatus.ENTEREDINERROR) {
            throw new Fault(Kind.INVALID, "A response that is `entered-in-error` is not judged");
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
