package org.fascicle.assessing;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.Patient;
import org.fascicle.clinical.advice.AdviceTexts;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.clinical.risk.Assessment;
import org.fascicle.clinical.risk.Assessor;
import org.fascicle.clinical.risk.Remarks;
import org.fascicle.clinical.workup.Planner;
import org.fascicle.fhir.chart.ChartFromFhir;
import org.fascicle.fhir.chart.ChartResources;
import org.fascicle.fhir.chart.ChartScope;
import org.fascicle.fhir.result.Judged;
import org.fascicle.fhir.result.LimitsInForce;
import org.fascicle.fhir.result.Stamp;

/** From a response and perhaps a chart to a judgement with its plan: pure, the same for every door. */
public final class Judge {
    private final Assessor assessor = new Assessor();
    private final Planner planner = new Planner();
    private final Limits limits;
    private final LimitsInForce inForce;

    public Judge(Limits limits) {
        this.limits = limits;
        this.inForce = LimitsInForce.of(limits, Fingerprint.of(limits));
    }

    public Limits limits() {
        return limits;
    }

    /**
     * Fault: replaced, when the patient's record was merged into another.
     *
     * @param chart empty when no chart was read: what it would say is then unknown
     * @param at now; also stands in for a response that does not say when it was filled in
     */
    public Judged judge(Given given, Optional<ChartResources> chart, OffsetDateTime at) {
        OffsetDateTime authored = given.authored().orElse(at);
        String subject = given.header().subject();
        ChartScope scope = ChartScope.of(subject, authored.toLocalDate())
                .withoutProposalsOf(given.header().key());
        Patient patient = chart.map(read -> InUse.patient(read, subject)).orElse(Patient.UNKNOWN);
        Optional<ChartFacts> facts = chart.map(read -> ChartFromFhir.read(read, scope));
        return judge(given, new CaseFile(authored, given.answers(), patient, facts, limits), at);
    }

    private Judged judge(Given given, CaseFile file, OffsetDateTime at) {
        Assessment assessment = assessor.assess(file);
        return new Judged(
                given.header(),
                new Stamp(at, Fingerprint.of(given.header(), file, inForce.digest()), inForce),
                assessment,
                planner.plan(assessment),
                AdviceTexts.forThe(assessment),
                Remarks.of(assessment, at.toLocalDate()));
    }
}
