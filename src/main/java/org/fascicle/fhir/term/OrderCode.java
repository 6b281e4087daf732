package org.fascicle.fhir.term;

/** A code of a published system with the words that system uses for it. */
public record OrderCode(String system, String code, String display) {

    static OrderCode loinc(String code, String display) {
        return new OrderCode(Systems.LOINC, code, display);
    }

    static OrderCode snomed(String code, String display) {
        return new OrderCode(Systems.SNOMED, code, display);
    }
}
