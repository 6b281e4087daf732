package org.fascicle.fhir.chart;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.chart.PlacedOrder;
import org.fascicle.fhir.term.ActivityCodes;
import org.fascicle.fhir.term.ActivityNames;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/**
 * Reads requests that are drafted, active or on hold, so that nothing is proposed twice. What was done, revoked or is of
 * unknown status is no order; what this very response proposed earlier is not one either.
 */
record OrdersFromFhir(ChartScope scope, Gathered gathered) {
    private static final Set<ServiceRequestStatus> OPEN =
            Set.of(ServiceRequestStatus.ACTIVE, ServiceRequestStatus.DRAFT, ServiceRequestStatus.ONHOLD);

    void read(Charted from, ServiceRequest request) {
        if (isForbidden(request) || scope.isOwnProposal(request)) {
            return;
        }
        Set<Activity> activities = activities(request);
        if (activities.isEmpty()) {
            return;
        }
        if (request.getStatus() != null && OPEN.contains(request.getStatus())) {
            Entry entry = new Entry(
                    from.reference(),
                    Moments.firstDay(request.getAuthoredOnElement())
                            .or(() -> Moments.firstDay(request.getOccurrence())));
            gathered.add(new PlacedOrder(activities, entry));
        } else if (request.getStatus() == null || request.getStatus() == ServiceRequestStatus.UNKNOWN) {
            gathered.unread(from, "a request whose status is not known was not counted as an order");
        }
    }

    /** By code, details and name; of a referral that does not say where to, by whom it is asked of. */
    private static Set<Activity> activities(ServiceRequest request) {
        Set<Activity> asked = Stream.concat(Stream.of(request.getCode()), request.getOrderDetail().stream())
                .flatMap(OrdersFromFhir::activities)
                .collect(Collectors.toUnmodifiableSet());
        return asked.isEmpty() && isReferral(request)
                ? activities(request.getPerformerType()).collect(Collectors.toUnmodifiableSet())
                : asked;
    }

    private static boolean isReferral(ServiceRequest request) {
        return Stream.concat(Stream.of(request.getCode()), request.getCategory().stream())
                .flatMap(named -> Concept.of(named).wordings().stream())
                .anyMatch(ActivityNames::isReferral);
    }

    private static Stream<Activity> activities(CodeableConcept named) {
        Concept concept = Concept.of(named);
        Set<Activity> coded = concept.coded().stream()
                .flatMap(code -> ActivityCodes.find(code.system(), code.code()).stream())
                .collect(Collectors.toUnmodifiableSet());
        return coded.isEmpty()
                ? concept.wordings().stream().map(ActivityNames::find).flatMap(Collection::stream)
                : coded.stream();
    }

    private static boolean isForbidden(ServiceRequest request) {
        return Boolean.TRUE.equals(request.getDoNotPerformElement().getValue());
    }
}
