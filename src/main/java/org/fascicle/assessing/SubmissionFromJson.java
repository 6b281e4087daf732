package org.fascicle.assessing;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.fascicle.chart.Stored;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.ForeignJson;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads a submission from JSON. The response is read strictly, for no answer may be lost; its chart leniently, for one bad
 * value there must not hide the rest.
 */
public final class SubmissionFromJson {
    private static final String RESPONSE = "QuestionnaireResponse";
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final IParserErrorHandler STRICT = new StrictErrorHandler();
    private static final IParserErrorHandler LENIENT = new LenientErrorHandler(false).setErrorOnInvalidValue(false);

    private SubmissionFromJson() {}

    public static Submission read(String json) {
        JsonNode root = tree(json);
        if (root.path("resourceType").asText().equals(RESPONSE)) {
            return new Submission(response(root), Optional.empty());
        }
        Optional<QuestionnaireResponse> response = find(root).map(SubmissionFromJson::response);
        Submission lenient = Submission.read(parse(root, LENIENT));
        return new Submission(response.orElse(lenient.response()), lenient.chart());
    }

    /** The response a chart holds: what it let in once is not held to the same strictness again. */
    static QuestionnaireResponse response(Stored stored) {
        return PlainResponse.read(tree(stored.json())).orElseGet(() -> stored.as(QuestionnaireResponse.class));
    }

    /** Where it breaks off, when that is known; what stands there may be a patient's. */
    private static String place(JsonProcessingException broken) {
        return Optional.ofNullable(broken.getLocation())
                .map(at -> " from character " + at.getCharOffset() + " on")
                .orElse(", or nested too deep");
    }

    private static JsonNode tree(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (root instanceof ObjectNode) {
                return root;
            }
        } catch (JsonProcessingException broken) {
            throw new Fault(Kind.MALFORMED, "This is not JSON" + place(broken));
        }
        throw new Fault(Kind.MALFORMED, "This is not a JSON object");
    }

    /** The response among the entries of a Bundle, or the parameters. */
    private static Optional<JsonNode> find(JsonNode root) {
        for (String list : new String[] {"entry", "parameter"}) {
            for (JsonNode member : root.path(list)) {
                JsonNode resource = member.path("resource");
                if (resource.path("resourceType").asText().equals(RESPONSE)) {
                    return Optional.of(resource);
                }
            }
        }
        return Optional.empty();
    }

    private static QuestionnaireResponse response(JsonNode node) {
        return PlainResponse.read(node).orElseGet(() -> (QuestionnaireResponse) parse(node, STRICT));
    }

    private static Resource parse(JsonNode node, IParserErrorHandler handler) {
        IParser parser = FhirContext.forR4Cached().newJsonParser();
        parser.setParserErrorHandler(handler);
        parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
        try {
            return ForeignJson.read(node.toString(), parser);
        } catch (DataFormatException broken) {
            throw new Fault(Kind.MALFORMED, "This is not FHIR R4 JSON: " + broken.getMessage());
        }
    }
}
