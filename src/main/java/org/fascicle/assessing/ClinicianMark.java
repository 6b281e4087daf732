package org.fascicle.assessing;

import org.hl7.fhir.r4.model.Provenance.ProvenanceAgentComponent;

/** A clinician as an agent of a Provenance. */
final class ClinicianMark {
    static final String OPERATION = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";
    static final String PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    private ClinicianMark() {}

    /** @param role {@code author}, {@code verifier} … */
    static ProvenanceAgentComponent of(Clinician who, String role) {
        ProvenanceAgentComponent agent = new ProvenanceAgentComponent().setWho(who.asReference());
        agent.getType().addCoding().setSystem(PARTICIPANT).setCode(role);
        return agent;
    }
}
