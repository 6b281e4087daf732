package org.fascicle.chart.remote;

import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Resource;

/**
 * A Bundle as others make them. Where it cannot be read as a whole it is read entry by entry, so that a bad one does not hide
 * the rest.
 *
 * @param bundle whose entries all have a resource
 * @param unread how many entries have none that can be read
 */
record ForeignBundle(Bundle bundle, int unread) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws DataFormatException when it is no Bundle of FHIR R4 */
    static ForeignBundle read(String text) {
        JsonNode json = json(text);
        if (!json.path("resourceType").asText().equals("Bundle")) {
            throw new DataFormatException("it is no Bundle");
        }
        Bundle bundle = whole(text).orElseGet(() -> piecemeal(json));
        bundle.getEntry().removeIf(entry -> entry.getResource() == null);
        int lost = json.path("entry").size() - bundle.getEntry().size();
        return new ForeignBundle(bundle, lost + lists(json) + failures(bundle));
    }

    boolean hasNext() {
        return links(Bundle.LINK_NEXT).findAny().isPresent();
    }

    /** Where it says the next page is; empty on the last page. */
    Optional<String> next() {
        return links(Bundle.LINK_NEXT)
                .map(link -> Optional.ofNullable(link.getUrl()).orElse(""))
                .findFirst();
    }

    /** The address by which the server knows this answer. */
    Optional<String> self() {
        return links(Bundle.LINK_SELF)
                .flatMap(link -> Stream.ofNullable(link.getUrl()))
                .findFirst();
    }

    /** Relations are IANA's, whose case does not matter. */
    private Stream<BundleLinkComponent> links(String relation) {
        return bundle.getLink().stream()
                .filter(link -> link.hasRelation() && link.getRelation().strip().equalsIgnoreCase(relation));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new DataFormatException("it is no JSON");
        }
    }

    private static Optional<Bundle> whole(String text) {
        try {
            return Optional.of((Bundle) Fhir.parse(text));
        } catch (DataFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static Bundle piecemeal(JsonNode json) {
        Bundle bundle = new Bundle();
        for (JsonNode link : json.path("link")) {
            bundle.addLink()
                    .setRelation(link.path("relation").asText())
                    .setUrl(link.path("url").asText());
        }
        json.path("entry").forEach(entry -> add(entry, bundle));
        return bundle;
    }

    private static void add(JsonNode entry, Bundle bundle) {
        try {
            Resource resource = resource(entry.path("resource"));
            BundleEntryComponent added = bundle.addEntry().setResource(resource);
            added.setFullUrl(entry.path("fullUrl").asText(null));
            String mode = entry.path("search").path("mode").asText();
            if (mode.equals("include") || mode.equals("outcome")) {
                added.getSearch().setMode(Bundle.SearchEntryMode.fromCode(mode));
            }
        } catch (DataFormatException unreadable) {
            // Missing in the end, and counted.
        }
    }

    /** The narrative says nothing that is not in the rest, and is what servers write worst. */
    private static Resource resource(JsonNode json) {
        try {
            return Fhir.parse(json.toString());
        } catch (DataFormatException unreadable) {
            if (json instanceof ObjectNode object && object.remove("text") != null) {
                return Fhir.parse(object.toString());
            }
            throw unreadable;
        }
    }

    /** A list that is written as something else hides what is in it. */
    private static int lists(JsonNode json) {
        int odd = 0;
        for (String name : new String[] {"entry", "link"}) {
            odd += json.has(name) && !json.path(name).isArray() ? 1 : 0;
        }
        return odd;
    }

    /** What the server itself says it could not do; warnings and information are about what is there. */
    private static int failures(Bundle bundle) {
        return (int) bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(OperationOutcome.class::isInstance)
                .flatMap(outcome -> ((OperationOutcome) outcome).getIssue().stream())
                .filter(issue ->
                        issue.getSeverity() == IssueSeverity.ERROR || issue.getSeverity() == IssueSeverity.FATAL)
                .count();
    }
}
