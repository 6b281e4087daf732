package org.fascicle.testing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.finding.Kind;
import org.fascicle.fhir.term.Systems;

/** The answers of a {@link RandomCase} as a QuestionnaireResponse; a few have a number out of range, and are refused. */
public final class RandomResponse {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RandomResponse() {}

    /** Of the patient {@code Patient/p<seed>}. */
    public static ObjectNode of(long seed) {
        ObjectNode response = JSON.objectNode()
                .put("resourceType", "QuestionnaireResponse")
                .put("id", "r" + Long.toUnsignedString(seed))
                .put("questionnaire", Systems.QUESTIONNAIRE + "|1.0.0")
                .put("status", "completed");
        response.putObject("subject").put("reference", "Patient/p" + Long.toUnsignedString(seed));
        response.put("authored", "2026-11-20T10:00:00Z");
        items(RandomCase.of(seed), response.putArray("item"));
        return response;
    }

    private static void items(RandomCase random, ArrayNode items) {
        random.codes().forEach((item, codes) -> codes(item, codes, items));
        random.numbers().forEach((item, number) -> {
            ObjectNode answer = answers(item, items).addObject();
            if (item.form().kind() == Kind.INTEGER) {
                answer.put("valueInteger", number.intValue());
            } else {
                answer.put("valueDecimal", number);
            }
        });
    }

    private static void codes(Item item, Set<String> codes, ArrayNode items) {
        ArrayNode answers = answers(item, items);
        codes.stream()
                .sorted()
                .forEach(code -> answers.addObject()
                        .putObject("valueCoding")
                        .put("system", Systems.ANSWER)
                        .put("code", code));
    }

    private static ArrayNode answers(Item item, ArrayNode items) {
        return items.addObject().put("linkId", item.linkId()).putArray("answer");
    }
}
