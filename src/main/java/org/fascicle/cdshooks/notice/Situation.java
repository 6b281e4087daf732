package org.fascicle.cdshooks.notice;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.assessing.Assessing;
import org.fascicle.cdshooks.call.Known;
import org.fascicle.cdshooks.call.Prefetch;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.clinical.finding.Answers;
import org.fascicle.clinical.lab.Labs;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.chart.ChartFromFhir;
import org.fascicle.fhir.chart.ChartResources;
import org.fascicle.fhir.chart.ChartScope;
import org.fascicle.fhir.chart.PatientFromFhir;
import org.fascicle.fhir.chart.Replacement;
import org.fascicle.fhir.chart.Withheld;
import org.fascicle.fhir.result.Judged;
import org.fascicle.fhir.result.Part;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.ServiceRequest;

/** One chart as it stands at the moment of the call, read once for all notices. */
final class Situation {
    private static final Set<Problem> TWITCHING = EnumSet.of(Problem.FASCICULATION, Problem.BENIGN_FASCICULATION);

    private final Known known;
    private final Assessing assessing;
    private final ChartResources resources;
    private final ChartFacts facts;
    private final CaseFile today;
    private final Optional<QuestionnaireResponse> response;
    private final Optional<String> replacement;
    private final Optional<Judged> judged;
    private final Optional<Recorded> recorded;

    Situation(Known known, Assessing assessing, OffsetDateTime now) {
        this.known = known;
        this.assessing = assessing;
        this.resources = ChartResources.of(known.resources())
                .without(known.unread().stream()
                        .map(Prefetch::type)
                        .map(Withheld::kept)
                        .toList());
        this.facts = ChartFromFhir.read(resources, ChartScope.of(known.subject(), now.toLocalDate()));
        this.response = FinishedResponse.newest(known.all(QuestionnaireResponse.class));
        this.replacement = resources.findPatient(known.subject()).flatMap(Replacement::find);
        this.judged = response.filter(finished -> replacement.isEmpty()).flatMap(this::judge);
        this.recorded = response.flatMap(finished -> Recorded.of(finished, known));
        this.today = today(now);
    }

    /** Empty when the response does not fit its Questionnaire: then nothing can be said of it. */
    private Optional<Judged> judge(QuestionnaireResponse finished) {
        try {
            return Optional.of(assessing.judged(finished, resources));
        } catch (Fault unfit) {
            if (unfit.kind() != Kind.INVALID) {
                throw unfit;
            }
            return Optional.empty();
        }
    }

    /** The same answers and chart as of now, for what results mean today. */
    private CaseFile today(OffsetDateTime now) {
        return new CaseFile(
                now,
                judged.map(own -> own.file().answers())
                        .orElseGet(() -> Answers.builder().build()),
                resources
                        .findPatient(known.subject())
                        .map(PatientFromFhir::read)
                        .orElse(org.fascicle.clinical.Patient.UNKNOWN),
                Optional.of(facts),
                assessing.limits());
    }

    /** The newest finished history of twitching. */
    Optional<QuestionnaireResponse> response() {
        return response;
    }

    /** The record this one was merged into; empty for a record in use. */
    Optional<String> replacement() {
        return replacement;
    }

    /** What the rules say of it, with the chart as it is now. */
    Optional<Judged> judged() {
        return judged;
    }

    /** What was said of it before. */
    Optional<Recorded> recorded() {
        return recorded;
    }

    ChartFacts facts() {
        return facts;
    }

    CaseFile today() {
        return today;
    }

    Labs labs() {
        return today.labs();
    }

    /** Whether the chart speaks of twitching at all; where it does not, neither do we. */
    boolean isAboutTwitching() {
        return response.isPresent() || hasTwitchingProblem();
    }

    boolean hasTwitchingProblem() {
        return facts.diagnoses().stream().anyMatch(diagnosis -> TWITCHING.contains(diagnosis.problem()));
    }

    String subject() {
        return known.subject();
    }

    List<ServiceRequest> requests() {
        return known.all(ServiceRequest.class);
    }

    List<Prefetch> unread() {
        return known.unread();
    }

    List<Part> composed(Judged own) {
        return assessing.composed(own);
    }

    @Override
    public String toString() {
        return "Situation[" + known + "]";
    }
}
