package org.fascicle.about;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.fascicle.knowledge.statement.Attributes;

/** The statements for programs. */
final class AboutJson {
    private AboutJson() {}

    static String of(About about) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", "Fascicle");
        json.put("intendedUse", Attributes.INTENDED_USE);
        json.put("intendedUser", Attributes.INTENDED_USER);
        json.put("population", Attributes.POPULATION);
        texts(json.putArray("notFor"), Attributes.NOT_FOR);
        texts(json.putArray("limits"), Attributes.LIMITS);
        texts(json.putArray("legalStatus"), Attributes.LEGAL_STATUS);
        ArrayNode attributes = json.putArray("sourceAttributes");
        Attributes.SOURCE_ATTRIBUTES.forEach(
                one -> attributes.addObject().put("name", one.name()).put("text", one.text()));
        rules(json.putObject("rules"), about.rules());
        ArrayNode citations = json.putArray("citations");
        about.citations().forEach(one -> citation(citations.addObject(), one));
        ArrayNode thresholds = json.putArray("thresholds");
        about.thresholds().forEach(one -> threshold(thresholds.addObject(), one));
        return json.toPrettyString();
    }

    private static void rules(ObjectNode json, About.Rules rules) {
        json.put("version", rules.version());
        json.put("revised", rules.revised());
        json.put("count", rules.count());
        texts(json.putArray("awaitingSignOff"), rules.signOff());
    }

    private static void citation(ObjectNode json, About.Citation citation) {
        json.put("id", citation.id()).put("title", citation.title());
        if (!citation.address().isEmpty()) {
            json.put("address", "https://" + citation.address());
        }
    }

    private static void threshold(ObjectNode json, About.Threshold threshold) {
        json.put("key", threshold.key());
        json.put("unit", threshold.unit());
        json.put("inForce", threshold.inForce());
        json.put("standard", threshold.standard());
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
