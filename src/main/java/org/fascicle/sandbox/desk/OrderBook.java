package org.fascicle.sandbox.desk;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Search;
import org.fascicle.fhir.ForeignJson;
import org.fascicle.sandbox.cards.Visiting;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** A patient's orders as they are written: chosen as drafts, then signed together or put away. */
record OrderBook(Chart chart, Visiting visiting, Clock clock) {

    /** Orders that wait for a signature; proposals are not orders. */
    List<ServiceRequest> drafts() {
        Search search = Search.of("ServiceRequest")
                .where("patient", patient())
                .where("status", "draft")
                .where("intent", "order");
        return chart.searchAll(search).stream()
                .map(stored -> stored.as(ServiceRequest.class))
                .toList();
    }

    /** Writes one draft for each that is not among the drafts yet. */
    void choose(List<Orderable> chosen) {
        List<String> there =
                drafts().stream().map(draft -> draft.getCode().getText()).toList();
        write(chosen.stream()
                .filter(one -> !there.contains(one.words()))
                .map(one -> new ServiceRequest().setCode(one.concept()))
                .toList());
    }

    /** Writes what a card suggests as drafts of this patient; anything but a ServiceRequest is passed over. */
    void take(List<String> suggested) {
        write(suggested.stream().flatMap(OrderBook::request).toList());
    }

    private static Stream<ServiceRequest> request(String json) {
        try {
            Resource resource = ForeignJson.read(json, FhirContext.forR4Cached().newJsonParser());
            return resource instanceof ServiceRequest request ? Stream.of(request) : Stream.empty();
        } catch (DataFormatException unreadable) {
            return Stream.empty();
        }
    }

    private void write(List<ServiceRequest> requests) {
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        requests.forEach(request -> transaction
                .addEntry()
                .setResource(draft(request))
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("ServiceRequest"));
        if (transaction.hasEntry()) {
            chart.transact(transaction);
        }
    }

    /** Whatever it said, it is a draft of this clinician for this patient. */
    private ServiceRequest draft(ServiceRequest request) {
        request.setId((String) null);
        request.setStatus(ServiceRequestStatus.DRAFT).setIntent(ServiceRequestIntent.ORDER);
        request.setSubject(new Reference(patient()));
        request.setRequester(new Reference("Practitioner/" + visiting.clinician()));
        request.setAuthoredOnElement(new DateTimeType(Date.from(clock.instant())));
        visiting.encounter().ifPresent(encounter -> request.setEncounter(new Reference("Encounter/" + encounter)));
        return request;
    }

    /** All drafts become orders, or none does. */
    void sign() {
        replace(drafts(), ServiceRequestStatus.ACTIVE);
    }

    /** Puts one draft away. */
    void remove(String id) {
        Optional<ServiceRequest> draft = drafts().stream()
                .filter(one -> one.getIdElement().getIdPart().equals(id))
                .findFirst();
        replace(draft.stream().toList(), ServiceRequestStatus.REVOKED);
    }

    private void replace(List<ServiceRequest> drafts, ServiceRequestStatus status) {
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        drafts.forEach(draft -> transaction
                .addEntry()
                .setResource(draft.copy().setStatus(status))
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl("ServiceRequest/" + draft.getIdElement().getIdPart())
                .setIfMatch("W/\"" + draft.getMeta().getVersionId() + "\""));
        if (transaction.hasEntry()) {
            chart.transact(transaction);
        }
    }

    private String patient() {
        return "Patient/" + visiting.patient();
    }
}
