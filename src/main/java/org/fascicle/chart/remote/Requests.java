package org.fascicle.chart.remote;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fascicle.chart.Key;
import org.fascicle.chart.Stored;
import org.fascicle.chart.remote.Failure.Effect;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.oauth.Answer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Resource;

/** The single requests of FHIR's REST, each sent once. Every method throws {@link Failure}. */
record Requests(IGenericClient client, Line line, Clock clock) {
    private static final String WHOLE = "return=representation";
    private static final Map<String, List<String>> FORM =
            Map.of("Content-Type", List.of("application/x-www-form-urlencoded"));

    static Requests to(FhirServer server, Clock clock) {
        Line line = new Line(server);
        return new Requests(Client.over(line), line, clock);
    }

    Stored read(Key key) {
        return stored(resource(key.toString()), key, "");
    }

    Stored read(Key key, String version) {
        return stored(resource(key + "/_history/" + version), key, version);
    }

    /** @param path below the base, with its query */
    ForeignBundle bundle(String path) {
        return bundle(new Line.Sent("GET", address(path), Map.of(), Optional.empty()));
    }

    /** A search too long for an address. */
    ForeignBundle bundleByPost(String type, String form) {
        return bundle(new Line.Sent("POST", address(type + "/_search"), FORM, Optional.of(form)));
    }

    private ForeignBundle bundle(Line.Sent sent) {
        return understood(line.carry(sent), ForeignBundle::read);
    }

    private Resource resource(String path) {
        return understood(line.carry(new Line.Sent("GET", address(path), Map.of(), Optional.empty())), Fhir::parse);
    }

    private URI address(String path) {
        return URI.create(line.server().base() + "/" + path);
    }

    private static <T> T understood(Answer answer, Function<String, T> reader) {
        try {
            return reader.apply(answer.text());
        } catch (DataFormatException nonsense) {
            throw unreadable("the FHIR server's answer is not what FHIR says it is");
        }
    }

    private static Failure unreadable(String why) {
        return new Failure(new Fault(Kind.UNREADABLE, why), Effect.REFUSED);
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

    Stored stored(Resource resource, Key key, String version) {
        String id = resource.getIdElement().getIdPart();
        if (resource.fhirType().equals(key.type()) && (id == null || id.equals(key.id()))) {
            return Fhir.stored(resource, key, version, clock.instant());
        }
        throw unreadable("the FHIR server answered another resource than the `" + key.type() + "` asked for");
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
