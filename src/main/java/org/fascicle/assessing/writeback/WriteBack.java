package org.fascicle.assessing.writeback;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fascicle.assessing.Recorded;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.result.Names;
import org.fascicle.fhir.result.Part;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;

/**
 * Writes a result as a plan says. Every part but the Provenance has an identifier made from the response, so that writing
 * the same again writes nothing, and writing a changed one replaces what nobody has acted on.
 */
public record WriteBack(Chart chart, WriteBackPlan plan) {
    private static final Set<String> PROPOSALS = Set.of("ServiceRequest", "Task");

    /**
     * What is in the chart now.
     *
     * @param stored empty when the plan has everything copied by hand
     * @param isWritten whether this call wrote it
     */
    public record Outcome(List<Stored> stored, boolean isWritten) {
        public Outcome {
            stored = List.copyOf(stored);
        }
    }

    /** @param composed the parts of the result, the RiskAssessment first */
    public Outcome write(List<Part> composed) {
        List<Part> parts = new Reshaping(plan).of(composed);
        Map<String, Stored> before = before(parts);
        if (!parts.isEmpty() && isSame(parts.get(0), before)) {
            return new Outcome(List.copyOf(before.values()), false);
        }
        List<Stored> stored = new ArrayList<>();
        List<Part> written = new ArrayList<>();
        for (Part part : parts) {
            Stored old = before.get(part.url());
            if (old != null && isTouched(old)) {
                stored.add(old);
            } else {
                written.add(part);
            }
        }
        chart.transact(transaction(written, before)).stream()
                .map(Written::stored)
                .forEach(stored::add);
        return new Outcome(stored, !written.isEmpty());
    }

    /** How the chart's record of it stands to it; none where we may not look. */
    public Recorded recorded(List<Part> composed) {
        List<Part> parts = new Reshaping(plan).of(composed);
        if (parts.isEmpty() || plan.isCopied()) {
            return Recorded.NONE;
        }
        Map<String, Stored> before = before(parts.subList(0, 1));
        return isSame(parts.get(0), before) ? Recorded.SAME : before.isEmpty() ? Recorded.NONE : Recorded.OLDER;
    }

    /** What is there already, by the name of the part it is. */
    private Map<String, Stored> before(List<Part> parts) {
        Map<String, Stored> before = new LinkedHashMap<>();
        for (Part part : parts) {
            condition(part).flatMap(this::first).ifPresent(stored -> before.put(part.url(), stored));
        }
        return before;
    }

    /** Where we may write and not look, the condition of the write itself keeps it from being there twice. */
    private Optional<Stored> first(Search search) {
        try {
            return chart.search(search.count(1)).whole().matches().stream().findFirst();
        } catch (Fault fault) {
            if (fault.kind() != Kind.FORBIDDEN && fault.kind() != Kind.NOT_SUPPORTED) {
                throw fault;
            }
            return Optional.empty();
        }
    }

    private static boolean isSame(Part part, Map<String, Stored> before) {
        Optional<String> fingerprint = value(part.resource(), Names.FINGERPRINT);
        return Optional.ofNullable(before.get(part.url()))
                .map(old -> Part.parse(part.url(), old.json()))
                .flatMap(old -> value(old.resource(), Names.FINGERPRINT))
                .filter(old -> fingerprint.filter(old::equals).isPresent())
                .isPresent();
    }

    /** Somebody accepted, declined or changed it: it is theirs now. */
    private static boolean isTouched(Stored old) {
        JsonNode resource = Part.parse("", old.json()).resource();
        return PROPOSALS.contains(old.key().type())
                && !resource.path("status").asText().equals("draft");
    }

    private Bundle transaction(List<Part> parts, Map<String, Stored> before) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        for (Part part : parts) {
            Resource resource = resource(part, before);
            BundleEntryRequestComponent request = bundle.addEntry()
                    .setFullUrl(part.url())
                    .setResource(resource)
                    .getRequest();
            Stored old = before.get(part.url());
            if (old == null) {
                request.setMethod(HTTPVerb.POST).setUrl(resource.fhirType());
                condition(part).ifPresent(search -> request.setIfNoneExist(query(search)));
            } else {
                resource.setId(old.key().id());
                request.setMethod(HTTPVerb.PUT).setUrl(old.key().toString()).setIfMatch(old.etag());
            }
        }
        return bundle;
    }

    /** With what is left as it is called by its place in the chart. */
    private static Resource resource(Part part, Map<String, Stored> before) {
        String json = part.resource().toString();
        for (Map.Entry<String, Stored> old : before.entrySet()) {
            if (isTouched(old.getValue())) {
                json = json.replace(old.getKey(), old.getValue().key().toString());
            }
        }
        return (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(json);
    }

    private static Optional<Search> condition(Part part) {
        JsonNode first = part.resource().path("identifier").path(0);
        return first.isMissingNode()
                ? Optional.empty()
                : Optional.of(Search.of(part.resource().path("resourceType").asText())
                        .whereToken(
                                "identifier",
                                first.path("system").asText(),
                                first.path("value").asText()));
    }

    private static String query(Search search) {
        return SearchUrl.query(search).replaceFirst("&_count=[0-9]+$", "");
    }

    private static Optional<String> value(JsonNode resource, String system) {
        for (JsonNode identifier : resource.path("identifier")) {
            if (system.equals(identifier.path("system").asText())) {
                return Optional.of(identifier.path("value").asText());
            }
        }
        return Optional.empty();
    }
}
