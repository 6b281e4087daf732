package org.fascicle.bench;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fascicle.audit.AuditTrail;
import org.fascicle.audit.Deed;
import org.fascicle.audit.Event;
import org.fascicle.audit.Who;
import org.fascicle.chart.embedded.EmbeddedChart;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** The store alone, without HTTP and without the medicine: how fast it takes what a request would have it write. */
final class FloorStore implements AutoCloseable {
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final EmbeddedChart chart;
    private final State state;
    private final AuditTrail trail;
    private final QuestionnaireResponse response;
    private final Bundle result;

    /** @param result as {@code $assess} gives it */
    FloorStore(Path file, Patients patients, String result) {
        chart = EmbeddedChart.open(
                "jdbc:sqlite:" + file,
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString());
        state = State.open(
                StatePlace.at("jdbc:sqlite:" + file.resolveSibling("floor-state.db")),
                Optional.empty(),
                Clock.systemUTC());
        trail = new AuditTrail(state.journal(), Clock.systemUTC());
        chart.transact(FHIR.newJsonParser().parseResource(Bundle.class, patients.transaction()));
        response = FHIR.newJsonParser().parseResource(QuestionnaireResponse.class, patients.of("Patient/bench-0"));
        this.result = transaction(FHIR.newJsonParser().parseResource(Bundle.class, result));
    }

    private static Bundle transaction(Bundle result) {
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        result.getEntry()
                .forEach(entry -> transaction
                        .addEntry()
                        .setFullUrl(entry.getFullUrl())
                        .setResource(entry.getResource())
                        .getRequest()
                        .setMethod(HTTPVerb.POST)
                        .setUrl(entry.getResource().fhirType()));
        return transaction;
    }

    void create() {
        chart.create(response);
    }

    /** The line of the audit trail that has to be on the disk before an operation is answered. */
    void record() {
        trail.record(new Event(Deed.OPERATION, "assess", Who.UNKNOWN, "127.0.0.1", 200, "", Set.of()));
    }

    /** As many resources as a result has, all or none. */
    void write() {
        chart.transact(result);
    }

    @Override
    public void close() {
        trail.close();
        state.close();
        chart.close();
    }
}
