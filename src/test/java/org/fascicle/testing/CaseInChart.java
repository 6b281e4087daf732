package org.fascicle.testing;

import ca.uhn.fhir.context.FhirContext;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** A case as a transaction that puts its chart and its response into a server's chart, each under an id of its own. */
public record CaseInChart(ExampleCase example, Bundle transaction) {

    public CaseInChart(ExampleCase example) {
        this(example, new Bundle().setType(BundleType.TRANSACTION));
        Optional<Bundle> chart = example.chart();
        chart.ifPresent(bundle -> bundle.getEntry().forEach(entry -> add(entry.getResource())));
        if (chart.isEmpty()) {
            String subject =
                    example.response().getSubject().getReferenceElement().getIdPart();
            add((Patient) new Patient().setId(subject));
        }
        add(example.response());
    }

    public String json() {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(transaction);
    }

    /** Cases share ids such as that of a potassium; patients and responses are named after their case already. */
    private void add(Resource resource) {
        String old = resource.getIdElement().getIdPart();
        String id = old.contains(example.name()) ? old : example.name() + "." + old;
        String shortened = id.substring(Math.max(0, id.length() - 64));
        Bundle.BundleEntryComponent entry = transaction.addEntry().setFullUrl(resource.fhirType() + "/" + old);
        resource.setId(shortened);
        entry.setResource(resource).getRequest().setMethod(HTTPVerb.PUT).setUrl(resource.fhirType() + "/" + shortened);
    }
}
