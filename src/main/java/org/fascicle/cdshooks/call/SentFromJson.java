package org.fascicle.cdshooks.call;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fascicle.fhir.ForeignJson;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads prefetched resources one by one, so that a bad one does not hide the rest. A response is read strictly, for no
 * answer may be lost.
 */
final class SentFromJson {
    private static final IParserErrorHandler STRICT = new StrictErrorHandler();
    private static final IParserErrorHandler LENIENT = new LenientErrorHandler(false).setErrorOnInvalidValue(false);

    private SentFromJson() {}

    static Sent read(JsonNode value) {
        if (value.isNull()) {
            return new Sent.Resources(List.of(), false, true);
        }
        return switch (value.path("resourceType").asText()) {
            case "", "OperationOutcome" -> new Sent.Failure();
            case "Bundle" -> bundle(value);
            default ->
                resource(value)
                        .<Sent>map(one -> new Sent.Resources(List.of(one), false, true))
                        .orElseGet(Sent.Failure::new);
        };
    }

    private static Sent bundle(JsonNode bundle) {
        List<Resource> all = new ArrayList<>();
        boolean isRead = true;
        for (JsonNode entry : bundle.path("entry")) {
            Optional<Resource> read = resource(entry.path("resource"));
            read.ifPresent(all::add);
            isRead &= read.isPresent() || isOutcome(entry.path("resource"));
        }
        boolean hasMore = false;
        for (JsonNode link : bundle.path("link")) {
            hasMore |= link.path("relation").asText().strip().equalsIgnoreCase("next");
        }
        return new Sent.Resources(all, hasMore, isRead);
    }

    private static boolean isOutcome(JsonNode node) {
        return node.path("resourceType").asText().equals("OperationOutcome");
    }

    /** Empty for what is no resource of R4, and for an outcome that a search put among the matches. */
    static Optional<Resource> resource(JsonNode node) {
        String type = node.path("resourceType").asText();
        if (type.isEmpty() || isOutcome(node)) {
            return Optional.empty();
        }
        try {
            IParser parser = FhirContext.forR4Cached().newJsonParser();
            parser.setParserErrorHandler(type.equals("QuestionnaireResponse") ? STRICT : LENIENT);
            return Optional.of(ForeignJson.read(node.toString(), parser));
        } catch (DataFormatException unreadable) {
            return Optional.empty();
        }
    }
}
