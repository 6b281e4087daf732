package org.fascicle.api.chart;

import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.History;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import org.fascicle.api.answer.Answers;
import org.fascicle.api.answer.Carried;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Stored;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/** One type of the chart, with everything that can be done to it. */
public final class KeptProvider extends Provider {
    /** HAPI's server wants one of whatever a history answers; it is not sent. */
    private static final IdType ANY_VERSION = new IdType("Bundle/history/_history/1");

    public KeptProvider(String type, Intake intake) {
        super(type, intake);
    }

    @Read(version = true)
    public IBaseResource read(@IdParam IdType id, RequestDetails request) {
        Key key = key(id);
        Stored stored = id.hasVersionIdPart()
                ? chart(request).read(key, id.getVersionIdPart())
                : chart(request).read(key);
        return Answers.read(stored, request);
    }

    @History
    public Bundle history(@IdParam IdType id, RequestDetails request) {
        HistoryPage page = HistoryPage.read(key(id), request, intake().search());
        Bundle bundle = Carried.bundle(page.of(chart(request)));
        bundle.setId(ANY_VERSION);
        return bundle;
    }

    @Create
    public MethodOutcome create(
            @ResourceParam Resource resource, @ConditionalUrlParam String unlessFound, RequestDetails request) {
        intake().check(resource);
        Chart chart = chart(request);
        return Outcome.of(
                Conditions.unlessFound(resource, unlessFound, intake().search())
                        .map(search -> chart.create(resource, search))
                        .orElseGet(() -> chart.create(resource)),
                request);
    }

    @Update
    public MethodOutcome update(
            @IdParam IdType id,
            @ResourceParam Resource resource,
            @ConditionalUrlParam String found,
            RequestDetails request) {
        intake().check(resource);
        Chart chart = chart(request);
        Optional<String> version = Conditions.version(request);
        if (found != null) {
            return Outcome.of(
                    chart.update(resource, Conditions.found(resource, found, version, intake().search())), request);
        }
        resource.setId(key(id).id());
        return Outcome.of(
                version.map(expected -> chart.update(resource, expected)).orElseGet(() -> chart.update(resource)),
                request);
    }
}
