package org.fascicle.chart;

import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;

/** The answer to a transaction in FHIR's own form: status, place, entity tag and time of each entry, in order. */
public final class TransactionResponse {
    private TransactionResponse() {}

    public static Bundle of(List<Written> written) {
        Bundle response = new Bundle().setType(BundleType.TRANSACTIONRESPONSE);
        written.forEach(one -> response.addEntry().setResponse(entry(one)));
        return response;
    }

    private static BundleEntryResponseComponent entry(Written written) {
        Stored stored = written.stored();
        return new BundleEntryResponseComponent()
                .setStatus(written.outcome() == Written.Outcome.CREATED ? "201 Created" : "200 OK")
                .setLocation(stored.location())
                .setEtag(stored.etag())
                .setLastModified(Date.from(stored.updated()));
    }
}
