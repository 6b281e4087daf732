package org.fascicle.chart.remote;

import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.fascicle.chart.Key;
import org.fascicle.chart.Stored;
import org.fascicle.chart.remote.Failure.Effect;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Resource;

/** The single requests of FHIR's REST, each sent once. Every method throws {@link Failure}. */
record Requests(IGenericClient client, Clock clock) {
    private static final String WHOLE = "return=representation";

    static Requests to(FhirServer server, Clock clock) {
        return new Requests(Client.over(new Line(server)), clock);
    }

    Stored read(Key key) {
        return stored(
                Patience.once(() ->
                        client.read().resource(key.type()).withId(key.id()).execute()),
                key,
                "");
    }

    Stored read(Key key, String version) {
        return stored(
                Patience.once(() -> client.read()
                        .resource(key.type())
                        .withIdAndVersion(key.id(), version)
                        .execute()),
                key,
                version);
    }

    /** @param path below the base, with its query */
    Bundle bundle(String path) {
        return Patience.once(() -> client.fetchResourceFromUrl(Bundle.class, client.getServerBase() + "/" + path));
    }

    /** A search too long for an address. */
    Bundle bundleByPost(String type, Map<String, java.util.List<String>> form) {
        return Patience.once(() -> client.search()
                .forResource(type)
                .whereMap(form)
                .usingStyle(ca.uhn.fhir.rest.api.SearchStyleEnum.POST)
                .returnBundle(Bundle.class)
                .execute());
    }

    /** @param ifNoneExist the condition as a query; empty for none */
    WriteAnswer post(Resource resource, Optional<String> ifNoneExist) {
        return answer(Patience.once(() -> {
            var create = client.create().resource(Fhir.bare(resource)).withAdditionalHeader("Prefer", WHOLE);
            ifNoneExist.ifPresent(query -> create.withAdditionalHeader("If-None-Exist", query));
            return create.execute();
        }));
    }

    /** @param ifVersion the version it must still have; empty for any */
    WriteAnswer put(Key key, Resource resource, Optional<String> ifVersion) {
        return answer(Patience.once(() -> {
            var update = client.update()
                    .resource(withId(resource, key))
                    .withId(key.toString())
                    .withAdditionalHeader("Prefer", WHOLE);
            ifVersion.ifPresent(version -> update.withAdditionalHeader("If-Match", "W/\"" + version + "\""));
            return update.execute();
        }));
    }

    /** Empty when the answer has no body. */
    Bundle transaction(Bundle bundle) {
        Bundle answer = Patience.once(() -> client.transaction()
                .withBundle(bundle)
                .withAdditionalHeader("Prefer", WHOLE)
                .execute());
        return Optional.ofNullable(answer).orElseGet(Bundle::new);
    }

    CapabilityStatement capabilities() {
        return Patience.once(
                () -> client.capabilities().ofType(CapabilityStatement.class).execute());
    }

    Stored stored(Object answered, Key key, String version) {
        if (answered instanceof Resource resource
                && resource.fhirType().equals(key.type())
                && key.id().equals(resource.getIdElement().getIdPart())) {
            return Fhir.stored(resource, key, version, clock.instant());
        }
        throw new Failure(
                new Fault(Kind.UNAVAILABLE, "the FHIR server answered another resource than `" + key.type() + "`"),
                Effect.UNCERTAIN);
    }

    private static Resource withId(Resource resource, Key key) {
        Resource bare = Fhir.bare(resource);
        bare.setId(key.id());
        return bare;
    }

    private WriteAnswer answer(MethodOutcome outcome) {
        Optional<Resource> body = Optional.ofNullable(outcome.getResource())
                .filter(Resource.class::isInstance)
                .map(Resource.class::cast);
        Optional<Place> place = header(outcome, "content-location")
                .or(() -> header(outcome, "location"))
                .flatMap(Place::read);
        Optional<String> tag = header(outcome, "etag").map(Place::version);
        return new WriteAnswer(outcome.getResponseStatusCode(), place, tag, body);
    }

    private static Optional<String> header(MethodOutcome outcome, String name) {
        return outcome.getFirstResponseHeader(name);
    }
}
