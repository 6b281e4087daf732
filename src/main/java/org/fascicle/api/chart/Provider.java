package org.fascicle.api.chart;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import org.fascicle.api.Callers;
import org.fascicle.api.answer.Carried;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;

/** What every type of the chart has in common: it can be searched. */
abstract class Provider implements IResourceProvider {
    private final String type;
    private final Intake intake;

    Provider(String type, Intake intake) {
        this.type = type;
        this.intake = intake;
    }

    @Override
    public final Class<? extends IBaseResource> getResourceType() {
        return FhirContext.forR4Cached().getResourceDefinition(type).getImplementingClass();
    }

    @Search(allowUnknownParams = true)
    public final Bundle search(RequestDetails request) {
        Asked asked = Asked.read(type, request, intake.search());
        return Carried.bundle(new SearchSet(asked, request.getFhirServerBase())
                .of(chart(request).search(asked.search())));
    }

    final Intake intake() {
        return intake;
    }

    final Key key(IIdType id) {
        return new Key(type, id.getIdPart());
    }

    static Chart chart(RequestDetails request) {
        return Callers.of(request).chart();
    }
}
