package org.fascicle.fhir.json;

import static org.fascicle.fhir.json.Element.element;

/** FHIR data types as JSON. */
public final class Types {
    private Types() {}

    public static Element coding(String system, String code, String display) {
        return element().set("system", system).set("code", code).set("display", display);
    }

    /** A CodeableConcept of one coding and the words for it. */
    public static Element concept(Element coding, String text) {
        return element().add("coding", coding).set("text", text);
    }

    /** A CodeableConcept of words alone, where no verified code exists. */
    public static Element words(String text) {
        return element().set("text", text);
    }

    public static Element identifier(String system, String value) {
        return element().set("system", system).set("value", value);
    }

    public static Element reference(String reference) {
        return element().set("reference", reference);
    }

    /** A reference by name, to something that need not be a resource here. */
    public static Element reference(String type, Element identifier, String display) {
        return element().set("type", type).set("identifier", identifier).set("display", display);
    }

    public static Element period(String start, String end) {
        return element().set("start", start).set("end", end);
    }

    public static Element annotation(String text) {
        return element().set("text", text);
    }

    public static Element codeExtension(String url, String code) {
        return element().set("url", url).set("valueCode", code);
    }
}
