package org.fascicle.fhir.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Optional;

/**
 * A FHIR element or resource being written. What is empty is left out, as FHIR asks.
 *
 * <p>Members are written in the order they are set; the caller keeps to the order of the specification.
 */
public final class Element {
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    private Element() {}

    public static Element element() {
        return new Element();
    }

    public static Element resource(String type) {
        return new Element().set("resourceType", type);
    }

    public Element set(String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
        return this;
    }

    public Element set(String name, Optional<String> value) {
        value.ifPresent(present -> set(name, present));
        return this;
    }

    public Element set(String name, boolean value) {
        node.put(name, value);
        return this;
    }

    public Element set(String name, Element value) {
        if (!value.node.isEmpty()) {
            node.set(name, value.node);
        }
        return this;
    }

    /** Appends to a repeating member. */
    public Element add(String name, Element value) {
        if (!value.node.isEmpty()) {
            array(name).add(value.node);
        }
        return this;
    }

    public Element add(String name, String value) {
        if (!value.isEmpty()) {
            array(name).add(value);
        }
        return this;
    }

    public Element addAll(String name, Collection<Element> values) {
        values.forEach(value -> add(name, value));
        return this;
    }

    private ArrayNode array(String name) {
        return node.withArrayProperty(name);
    }

    /** The finished JSON; not to be changed any more. */
    public ObjectNode json() {
        return node;
    }

    @Override
    public String toString() {
        return node.path("resourceType").asText("Element");
    }
}
