package org.fascicle.api.chart;

import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.fascicle.api.Callers;
import org.fascicle.chart.TransactionResponse;
import org.hl7.fhir.r4.model.Bundle;

/** Several writes that happen together or not at all. */
public final class TransactionProvider {
    private final Intake intake;

    public TransactionProvider(Intake intake) {
        this.intake = intake;
    }

    @Transaction
    public Bundle transact(@TransactionParam Bundle bundle, RequestDetails request) {
        intake.check(bundle);
        return TransactionResponse.of(Callers.of(request).chart().transact(bundle));
    }
}
