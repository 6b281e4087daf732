package org.fascicle.assessing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.result.Names;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;

/** A result as the chart holds it now: what is in force, in the order of the result Bundle. */
record RecordedResult(Stored assessment, Stored group, List<RecordedProposal> proposals, List<Stored> provenance) {

    static Optional<RecordedResult> find(Chart chart, String key) {
        return first(chart, byIdentifier("RiskAssessment", Names.ASSESSMENT, key))
                .flatMap(assessment -> first(chart, byIdentifier("RequestGroup", Names.PROPOSAL, key + "/group"))
                        .map(group -> of(chart, assessment, group)));
    }

    private static RecordedResult of(Chart chart, Stored assessment, Stored group) {
        return new RecordedResult(assessment, group, proposals(chart, group), provenance(chart, assessment));
    }

    /** The newest that says how it was made; what clinicians signed is theirs. */
    private static List<Stored> provenance(Chart chart, Stored assessment) {
        Search search = Search.of("Provenance")
                .where("target", assessment.key().toString())
                .sorted("-recorded");
        return readable(chart, search).stream()
                .filter(RecordedResult::isOurs)
                .limit(1)
                .toList();
    }

    /** A result is whole without it where we may write who made it and not read it. */
    private static List<Stored> readable(Chart chart, Search search) {
        try {
            return chart.search(search).whole().matches();
        } catch (Fault notAllowed) {
            if (notAllowed.kind() != Kind.FORBIDDEN && notAllowed.kind() != Kind.NOT_SUPPORTED) {
                throw notAllowed;
            }
            return List.of();
        }
    }

    private static boolean isOurs(Stored provenance) {
        return provenance.as(Provenance.class).getAgent().stream()
                .anyMatch(agent ->
                        Names.SOFTWARE.equals(agent.getWho().getIdentifier().getSystem()));
    }

    private static List<RecordedProposal> proposals(Chart chart, Stored group) {
        return group.as(RequestGroup.class).getAction().stream()
                .flatMap(action -> Key.fromReference(action.getResource().getReference()).stream())
                .map(chart::read)
                .map(RecordedProposal::new)
                .toList();
    }

    private static Search byIdentifier(String type, String system, String value) {
        return Search.of(type).whereToken("identifier", system, value);
    }

    private static Optional<Stored> first(Chart chart, Search search) {
        return chart.search(search.count(1)).whole().matches().stream().findFirst();
    }

    /** Whether it was made from the same. */
    boolean isOf(String fingerprint) {
        RiskAssessment own = assessment.as(RiskAssessment.class);
        return own.getStatus() != RiskAssessmentStatus.ENTEREDINERROR
                && own.getIdentifier().stream()
                        .anyMatch(identifier -> Names.FINGERPRINT.equals(identifier.getSystem())
                                && fingerprint.equals(identifier.getValue()));
    }

    boolean isWithdrawn() {
        return assessment.as(RiskAssessment.class).getStatus() == RiskAssessmentStatus.ENTEREDINERROR;
    }

    Optional<RecordedProposal> find(String identifier) {
        return proposals.stream()
                .filter(proposal -> proposal.identifier().equals(identifier))
                .findFirst();
    }

    Result result(boolean isWritten) {
        List<Stored> parts = new ArrayList<>(List.of(assessment, group));
        Stream.concat(proposals.stream().map(RecordedProposal::stored), provenance.stream())
                .forEach(parts::add);
        return Result.stored(parts, isWritten);
    }
}
