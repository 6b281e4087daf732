package org.fascicle.assessing;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fascicle.assessing.writeback.Form;
import org.fascicle.assessing.writeback.Piece;
import org.fascicle.assessing.writeback.WriteBackPlan;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.result.Names;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;

/** What stands in a chart for a result that chart does not take as it is: found by its names, and taken back. */
record StandIns(Chart chart, String key, WriteBackPlan plan) {
    private static final List<String> RESULTS = List.of("RiskAssessment", "Observation", "DocumentReference");
    private static final String[] PROPOSALS = Arrays.stream(Activity.values())
            .map(activity -> "/" + Names.slug(activity))
            .toArray(String[]::new);

    /** @throws Fault when nothing stands for this response */
    Result withdraw(OffsetDateTime at) {
        List<Stored> results = RESULTS.stream().flatMap(this::result).toList();
        if (results.isEmpty()) {
            throw new Fault(Kind.NOT_FOUND, "This response has no assessment in the chart");
        }
        List<Stored> standing =
                results.stream().filter(stored -> !isWithdrawn(stored)).toList();
        return standing.isEmpty() ? Result.stored(results, false) : withdraw(standing, at);
    }

    private Result withdraw(List<Stored> standing, OffsetDateTime at) {
        Transaction transaction = new Transaction();
        standing.forEach(stored -> Withdrawal.replace(transaction, stored, withdrawn(stored)));
        Stream.of("ServiceRequest", "Task")
                .flatMap(this::proposals)
                .map(RecordedProposal::new)
                .filter(RecordedProposal::isUntouched)
                .forEach(proposal ->
                        Withdrawal.replace(transaction, proposal.stored(), proposal.revoked(Withdrawal.WHY)));
        if (plan.of(Piece.PROVENANCE).form() == Form.ITSELF) {
            Withdrawal.trace(transaction, standing.get(0), at);
        }
        return Result.stored(
                chart.transact(transaction.bundle()).stream()
                        .map(Written::stored)
                        .toList(),
                true);
    }

    private Stream<Stored> result(String type) {
        return found(Search.of(type).whereToken("identifier", Names.ASSESSMENT, key));
    }

    private Stream<Stored> proposals(String type) {
        String[] names = Arrays.stream(PROPOSALS).map(name -> key + name).toArray(String[]::new);
        return found(Search.of(type).whereToken("identifier", Names.PROPOSAL, names));
    }

    /** None of a type the chart does not show us: there we wrote none. */
    private Stream<Stored> found(Search search) {
        try {
            return chart.searchAll(search).stream();
        } catch (Fault closed) {
            if (!Set.of(Kind.FORBIDDEN, Kind.NOT_SUPPORTED).contains(closed.kind())) {
                throw closed;
            }
            return Stream.empty();
        }
    }

    private static boolean isWithdrawn(Stored stored) {
        return stored.json().contains("\"status\":\"entered-in-error\"");
    }

    private static DomainResource withdrawn(Stored stored) {
        DomainResource resource = (DomainResource) stored.resource();
        if (resource instanceof RiskAssessment assessment) {
            assessment.setStatus(RiskAssessmentStatus.ENTEREDINERROR);
        } else if (resource instanceof Observation observation) {
            observation.setStatus(ObservationStatus.ENTEREDINERROR);
        } else if (resource instanceof DocumentReference document) {
            document.setStatus(DocumentReferenceStatus.ENTEREDINERROR);
            document.setDocStatus(ReferredDocumentStatus.ENTEREDINERROR);
        }
        resource.setText(Withdrawal.withdrawn());
        return resource;
    }
}
