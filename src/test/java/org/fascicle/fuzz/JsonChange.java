package org.fascicle.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Changes JSON where it is JSON, so that the change gets past the one who asks whether it is. */
record JsonChange(Mutation mutation, List<String> words) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String TWICE = "\"fuzz-twice\":true";
    private static final List<JsonNode> VALUES = List.of(
            NODES.nullNode(),
            NODES.objectNode(),
            NODES.arrayNode(),
            NODES.textNode(""),
            NODES.booleanNode(true),
            NODES.numberNode(-1),
            NODES.numberNode(Long.MAX_VALUE),
            NODES.numberNode(0.1),
            NODES.arrayNode().add(NODES.nullNode()),
            NODES.arrayNode().add(NODES.arrayNode()),
            NODES.objectNode().put("resourceType", "Patient"),
            NODES.objectNode().put("resourceType", "Bundle").put("type", "transaction"));

    /** A member or an element, with what holds it. */
    private record Spot(JsonNode holder, String name, int index) {
        JsonNode value() {
            return holder.isObject() ? holder.get(name) : holder.get(index);
        }

        void set(JsonNode value) {
            if (holder instanceof ObjectNode object) {
                object.set(name, value);
            } else {
                ((ArrayNode) holder).set(index, value);
            }
        }

        void remove() {
            if (holder instanceof ObjectNode object) {
                object.remove(name);
            } else {
                ((ArrayNode) holder).remove(index);
            }
        }
    }

    byte[] on(byte[] input) {
        try {
            JsonNode root = JSON.readTree(input);
            List<Spot> spots = new ArrayList<>();
            if (root != null) {
                collect(root, spots);
            }
            return spots.isEmpty() ? input : changed(root, spots.get(mutation.at(spots.size())));
        } catch (IOException notJson) {
            return input;
        }
    }

    private byte[] changed(JsonNode root, Spot spot) throws JsonProcessingException {
        switch (mutation.kind()) {
            case DROP_MEMBER -> spot.remove();
            case REPLACE_VALUE -> spot.set(NODES.textNode(mutation.word(words)));
            case RETYPE -> spot.set(VALUES.get(mutation.pick() % VALUES.size()));
            case DEEPEN -> spot.set(deepened(spot));
            case LENGTHEN -> lengthen(spot);
            case RENAME -> rename(spot);
            default -> markTwice(spot);
        }
        return JSON.writeValueAsString(root)
                .replace(TWICE, "\"status\":\"completed\",\"status\":\"amended\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Inside itself, as item in item and extension in extension. */
    private JsonNode deepened(Spot spot) {
        JsonNode value = spot.value();
        for (int i = 0; i < Math.min(900, 1 + mutation.size()); i++) {
            value = spot.name().isEmpty()
                    ? NODES.arrayNode().add(value)
                    : NODES.objectNode().set(spot.name(), value);
        }
        return value;
    }

    private void lengthen(Spot spot) {
        if (spot.value().isTextual()) {
            spot.set(NODES.textNode(spot.value().asText() + mutation.word(words).repeat(mutation.size())));
        } else if (spot.value() instanceof ArrayNode array && !array.isEmpty()) {
            for (int i = 0; i < mutation.size(); i++) {
                array.add(array.get(0).deepCopy());
            }
        }
    }

    private void rename(Spot spot) {
        if (spot.holder() instanceof ObjectNode object) {
            JsonNode value = object.remove(spot.name());
            object.set(mutation.word(words), value);
        }
    }

    private static void markTwice(Spot spot) {
        if (spot.holder() instanceof ObjectNode object) {
            object.put("fuzz-twice", true);
        }
    }

    private static void collect(JsonNode node, List<Spot> spots) {
        if (node.isObject()) {
            node.properties().forEach(member -> {
                spots.add(new Spot(node, member.getKey(), -1));
                collect(member.getValue(), spots);
            });
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            spots.add(new Spot(node, "", i));
            collect(node.get(i), spots);
        }
    }
}
