package org.fascicle.smart.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;

/**
 * What the link of a card of ours says to the launch it leads to: {@code {"response":"[id]"}}. The EHR hands it on as a
 * text, and what is no such text is passed over.
 *
 * @see <a href="https://cds-hooks.hl7.org/2.0/#link">CDS Hooks: link</a>
 */
final class AppContext {
    static final String MEMBER = "appContext";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 2_000;

    private AppContext() {}

    /** The response it names, as if the EHR had had it open. */
    static Optional<ContextItem> find(Object said) {
        return said instanceof String text && text.length() <= LONGEST
                ? response(text).flatMap(id -> ContextItem.find(Map.of("reference", "QuestionnaireResponse/" + id)))
                : Optional.empty();
    }

    private static Optional<String> response(String text) {
        try {
            return Optional.of(JSON.readTree(text).path("response").asText()).filter(id -> !id.isEmpty());
        } catch (JsonProcessingException notOurs) {
            return Optional.empty();
        }
    }
}
