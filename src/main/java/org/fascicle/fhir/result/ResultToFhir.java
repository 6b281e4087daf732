package org.fascicle.fhir.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.fascicle.clinical.workup.Proposal;

/**
 * Writes a judgement down: RiskAssessment first, then the RequestGroup, its ServiceRequests and Tasks, and the Provenance
 * of all.
 *
 * <p>The parts refer to each other by {@code urn:uuid} names made from the response, so the same case gives the same
 * parts; a chart replaces them by its own ids.
 */
public final class ResultToFhir {
    private final Wording wording;

    public ResultToFhir(Wording wording) {
        this.wording = wording;
    }

    /** Each prediction explained, as Parameters: on request, since it costs more than the result. */
    public ObjectNode explain(Judged judged) {
        return new ExplanationToFhir(wording).compose(judged);
    }

    /** The parts in the order of the result Bundle. */
    public List<Part> compose(Judged judged) {
        Names names = new Names(judged.header().key());
        ProposalToFhir proposals = new ProposalToFhir(judged, names);
        List<Part> parts = new ArrayList<>();
        parts.add(names.part("RiskAssessment", new RiskAssessmentToFhir(judged, wording).compose()));
        parts.add(names.part("RequestGroup", new RequestGroupToFhir(judged, names).compose()));
        for (Proposal proposal : judged.workup().proposals()) {
            parts.add(names.part(Names.slug(proposal.activity()), proposals.compose(proposal)));
        }
        List<String> targets = parts.stream().map(Part::url).toList();
        parts.add(names.part("Provenance", new ProvenanceToFhir(judged).compose(targets)));
        return List.copyOf(parts);
    }
}
