package org.fascicle.fhir.result;

import static org.fascicle.fhir.json.Element.element;

import java.util.List;
import java.util.stream.Stream;
import org.fascicle.fhir.json.Element;

/** A parameter, or a part of one. */
final class Parameter {
    private Parameter() {}

    static Element parameter(String name) {
        return element().set("name", name);
    }

    static Element text(String name, String value) {
        return parameter(name).set("valueString", value);
    }

    static Element code(String name, String value) {
        return parameter(name).set("valueCode", value);
    }

    /** One of the name for each. */
    static List<Element> texts(String name, List<String> values) {
        return values.stream().map(value -> text(name, value)).toList();
    }

    static Element parts(String name, Stream<Element> parts) {
        return parameter(name).addAll("part", parts.toList());
    }
}
