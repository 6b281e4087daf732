package org.fascicle.api;

import static org.fascicle.fhir.json.Element.element;

import ca.uhn.fhir.rest.annotation.Metadata;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fascicle.api.answer.Carried;
import org.fascicle.api.definition.DefinitionParameter;
import org.fascicle.chart.index.Catalogue;
import org.fascicle.chart.index.Parameter;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.fhir.json.Element;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.CapabilityStatement;

/**
 * {@code metadata}: made from the catalogue of search parameters, the published definitions and the operations that are
 * offered, so that it promises what works and nothing else.
 *
 * @see <a href="https://hl7.org/fhir/R4/capabilitystatement.html">CapabilityStatement</a>
 */
public final class Capabilities {
    private static final String CHANGED = "2026-11-22";
    private static final String DOCUMENTATION =
            "Unknown search parameters are refused, unless `Prefer: handling=lenient` allows to ignore them. `_count` is at"
                    + " most %d; matches are counted when they fit one page. A transaction takes `POST` (with"
                    + " `ifNoneExist`) and `PUT` (by id, with `ifMatch` or `ifNoneMatch` `*`, or by search) and happens as a"
                    + " whole or not at all; batches are refused. A QuestionnaireResponse is held to the version of the"
                    + " Questionnaire it names. A body has at most %d bytes and %d levels, a transaction %d entries, a response %d"
                    + " items and %d answers, a search %d conditions with %d values."
                    + " Nothing is deleted.";

    private final Set<String> published;
    private final Capacity capacity;
    private final boolean takesTokens;

    /** @param published the types of the published definitions */
    Capabilities(Set<String> published, Capacity capacity, boolean takesTokens) {
        this.published = published;
        this.capacity = capacity;
        this.takesTokens = takesTokens;
    }

    @Metadata(cacheMillis = 0)
    public CapabilityStatement metadata(RequestDetails request) {
        return Carried.in(
                new CapabilityStatement(),
                statement(request.getFhirServerBase()).json().toString());
    }

    /** HAPI's server introduces itself to whoever speaks for it. */
    public void setRestfulServer(RestfulServer server) {
        // Nothing is needed of it.
    }

    private Element statement(String base) {
        return Element.resource("CapabilityStatement")
                .set("status", "active")
                .set("date", CHANGED)
                .set("publisher", "Fascicle")
                .set("kind", "instance")
                .set("software", element().set("name", "Fascicle").set("version", Tables.VERSION))
                .set(
                        "implementation",
                        element()
                                .set("description", "Fascicle, for muscle twitching")
                                .set("url", base))
                .set("fhirVersion", "4.0.1")
                .add("format", "application/fhir+json")
                .add("format", "application/fhir+xml")
                .add("format", "json")
                .add("format", "xml")
                .add("rest", rest());
    }

    private Element rest() {
        Stream<Element> kept = Catalogue.types().stream().map(Capabilities::kept);
        Stream<Element> definitions = published.stream().map(Capabilities::published);
        Element rest = element().set("mode", "server").set("documentation", documentation());
        if (takesTokens) {
            rest.set("security", security());
        }
        return rest.addAll("resource", Stream.concat(kept, definitions).toList())
                .add("interaction", element().set("code", "transaction"));
    }

    private static Element security() {
        Element smart = element()
                .set("system", "http://terminology.hl7.org/CodeSystem/restful-security-service")
                .set("code", "SMART-on-FHIR")
                .set("display", "SMART-on-FHIR");
        return element()
                .add("service", element().add("coding", smart))
                .set(
                        "description",
                        "A bearer token with SMART scopes of version 1 or 2 says what may be read and written.");
    }

    private String documentation() {
        SearchBounds search = capacity.search();
        return DOCUMENTATION.formatted(
                search.matches(),
                capacity.bytes(),
                capacity.levels(),
                capacity.entries(),
                capacity.items(),
                capacity.answers(),
                search.conditions(),
                search.values());
    }

    private static Element kept(String type) {
        boolean isAudit = type.equals("AuditEvent");
        List<String> interactions = isAudit
                ? List.of("read", "search-type")
                : List.of("read", "vread", "history-instance", "create", "update", "search-type");
        Element resource = resource(type, interactions);
        if (!isAudit) {
            resource.set("versioning", "versioned")
                    .set("readHistory", true)
                    .set("updateCreate", true)
                    .set("conditionalCreate", true)
                    .set("conditionalRead", "full-support")
                    .set("conditionalUpdate", true)
                    .set("conditionalDelete", "not-supported");
        }
        List<Parameter> parameters = Catalogue.parameters(type);
        parameters.stream()
                .filter(parameter -> !isAudit && parameter.isIncludable())
                .forEach(parameter -> resource.add("searchInclude", type + ":" + parameter.name()));
        parameters.forEach(parameter -> resource.add("searchParam", parameter(parameter)));
        return operations(type, resource);
    }

    private static Element parameter(Parameter parameter) {
        String type = parameter.type().name().toLowerCase(java.util.Locale.ROOT);
        String definition = parameter.name().equals("urgency") ? Systems.BASE + "/SearchParameter/urgency" : "";
        return element()
                .set("name", parameter.name())
                .set("definition", definition)
                .set("type", type);
    }

    private static Element published(String type) {
        Element resource = resource(type, List.of("read", "search-type"));
        Arrays.stream(DefinitionParameter.values())
                .forEach(parameter -> resource.add(
                        "searchParam", element().set("name", parameter.code()).set("type", parameter.type())));
        return operations(type, resource);
    }

    private static Element resource(String type, List<String> interactions) {
        Element resource = element().set("type", type);
        interactions.forEach(code -> resource.add("interaction", element().set("code", code)));
        return resource;
    }

    private static Element operations(String type, Element resource) {
        OfferedOperation.of(type)
                .forEach(operation -> resource.add(
                        "operation",
                        element().set("name", operation.code()).set("definition", operation.definition())));
        return resource;
    }
}
