package org.fascicle.api.operation;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import java.util.function.BiFunction;
import org.fascicle.api.Callers;
import org.fascicle.api.Place;
import org.fascicle.fault.Fault;
import org.fascicle.fhir.chart.ChartResources;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * A response that is sent along instead of stored, of a patient the caller may know of, perhaps with a chart.
 *
 * @param place where the response stands in what was sent
 */
record SentAlong(QuestionnaireResponse response, Optional<ChartResources> chart, Place place) {

    static SentAlong of(RequestDetails request) {
        Inputs inputs = Inputs.of(request).only("response", "chart");
        QuestionnaireResponse response = inputs.resource("response", QuestionnaireResponse.class);
        Optional<Bundle> chart = inputs.findResource("chart", Bundle.class);
        if (response.getSubject().hasReference()) {
            Callers.of(request).requirePatient(response.getSubject().getReference());
        }
        Place place = new Place(inputs.place("response") + ".resource");
        return new SentAlong(response, chart.map(ChartResources::of), place);
    }

    <T> T answered(BiFunction<QuestionnaireResponse, Optional<ChartResources>, T> how) {
        try {
            return how.apply(response, chart);
        } catch (Fault fault) {
            throw place.of(fault);
        }
    }
}
