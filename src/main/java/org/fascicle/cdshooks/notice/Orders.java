package org.fascicle.cdshooks.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.chart.PlacedOrder;
import org.fascicle.fhir.ForeignJson;
import org.fascicle.fhir.chart.ChartFromFhir;
import org.fascicle.fhir.chart.ChartResources;
import org.fascicle.fhir.chart.ChartScope;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** What requests stand for, read as the chart's orders are. */
final class Orders {
    private Orders() {}

    /** Orders of the chart that somebody placed or drafted. What is only proposed is none. */
    static List<PlacedOrder> placed(Situation situation) {
        Set<String> proposals = situation.requests().stream()
                .filter(Recorded::isProposal)
                .filter(Recorded::isUntouched)
                .map(OrderDrafts::reference)
                .collect(Collectors.toUnmodifiableSet());
        return situation.facts().orders().stream()
                .filter(order -> !proposals.contains(order.entry().reference()))
                .toList();
    }

    /** Requests as they would be read once they are active, one by one; those we do not know are left out. */
    static List<PlacedOrder> read(List<ServiceRequest> requests, String subject) {
        return requests.stream().flatMap(request -> read(request, subject)).toList();
    }

    static Set<Activity> activities(ServiceRequest request, String subject) {
        return read(request, subject)
                .flatMap(order -> order.activities().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<PlacedOrder> read(ServiceRequest request, String subject) {
        ServiceRequest active = ForeignJson.copy(request).setStatus(ServiceRequestStatus.ACTIVE);
        ChartResources alone = ChartResources.of(List.of(active));
        return ChartFromFhir.read(alone, ChartScope.of(subject, LocalDate.EPOCH)).orders().stream();
    }
}
