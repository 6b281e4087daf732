package org.fascicle.assessing;

import java.util.List;
import org.fascicle.fhir.result.Part;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;

/** The first result of a response: each part is created unless it is there, so that whoever comes second adds nothing. */
final class FirstAssessment {
    private FirstAssessment() {}

    /** @param isFresh whether the trail gets an id of its own: for a result that is made anew after it was undone by hand */
    static Bundle transaction(List<Part> parts, boolean isFresh) {
        Transaction transaction = new Transaction();
        for (Part part : parts) {
            Resource resource = Transaction.resource(part);
            if (resource instanceof Provenance && isFresh) {
                transaction.create(part.url(), resource);
            } else if (resource instanceof Provenance provenance) {
                provenance.setId(part.url().substring("urn:uuid:".length()));
                transaction.putOnce(part.url(), provenance);
            } else {
                transaction.createOnce(part, identifier(part));
            }
        }
        return transaction.bundle();
    }

    /** The first identifier names the part. */
    static Identifier identifier(Part part) {
        var first = part.resource().path("identifier").path(0);
        return new Identifier()
                .setSystem(first.path("system").asText())
                .setValue(first.path("value").asText());
    }
}
