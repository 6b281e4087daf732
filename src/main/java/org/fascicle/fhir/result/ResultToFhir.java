package org.fascicle.fhir.result;

import static org.fascicle.fhir.json.Element.element;
import static org.fascicle.fhir.json.Element.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fascicle.clinical.workup.Proposal;
import org.fascicle.fhir.json.Element;

/**
 * Writes a judgement down as the result Bundle: RiskAssessment first, then the RequestGroup, its ServiceRequests and Tasks,
 * and the Provenance of all.
 *
 * <p>The parts refer to each other by {@code urn:uuid} names made from the response, so the same case gives the same
 * Bundle; a store replaces them by its own ids.
 */
public final class ResultToFhir {
    private final Wording wording;

    public ResultToFhir(Wording wording) {
        this.wording = wording;
    }

    /** A Bundle of type {@code collection}. */
    public Element compose(Judged judged) {
        Element bundle = resource("Bundle")
                .set("type", "collection")
                .set("timestamp", judged.at().toString());
        parts(judged)
                .forEach((url, part) ->
                        bundle.add("entry", element().set("fullUrl", url).set("resource", part)));
        return bundle;
    }

    private Map<String, Element> parts(Judged judged) {
        Names names = new Names(judged.header().key());
        ProposalToFhir proposals = new ProposalToFhir(judged, names);
        Map<String, Element> parts = new LinkedHashMap<>();
        parts.put(names.url("RiskAssessment"), new RiskAssessmentToFhir(judged, wording).compose());
        parts.put(names.url("RequestGroup"), new RequestGroupToFhir(judged, names).compose());
        for (Proposal proposal : judged.workup().proposals()) {
            parts.put(names.url(ProposalToFhir.slug(proposal.activity())), proposals.compose(proposal));
        }
        List<String> targets = new ArrayList<>(parts.keySet());
        parts.put(names.url("Provenance"), new ProvenanceToFhir(judged).compose(targets));
        return parts;
    }
}
