package org.fascicle.sandbox.cards;

import java.util.List;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Nobody to ask. */
final class NoCards implements Cards {
    @Override
    public List<ShownCard> patientView(Visiting visiting) {
        return List.of();
    }

    @Override
    public List<ShownCard> orderSelect(Visiting visiting, List<ServiceRequest> drafts) {
        return List.of();
    }

    @Override
    public List<ShownCard> orderSign(Visiting visiting, List<ServiceRequest> drafts) {
        return List.of();
    }

    @Override
    public void tell(ShownCard card, Reply reply) {
        // There is nobody to tell.
    }
}
