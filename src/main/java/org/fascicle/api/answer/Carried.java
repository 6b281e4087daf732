package org.fascicle.api.answer;

import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/**
 * A resource that is JSON already. HAPI's server deals in resources, so an empty one carries the text through it; {@link
 * Answers} takes it off at the other end. What is stored is thus served without being parsed and written anew.
 */
public final class Carried {
    private static final String TEXT = "org.fascicle.json";

    private Carried() {}

    public static Bundle bundle(String json) {
        return in(new Bundle(), json);
    }

    /** @param carrier empty, of whatever type the caller has to return */
    public static <R extends Resource> R in(R carrier, String json) {
        carrier.setUserData(TEXT, json);
        return carrier;
    }

    /** The text it carries, if it does. */
    public static Optional<String> find(IBaseResource carrier) {
        return Optional.ofNullable((String) carrier.getUserData(TEXT));
    }
}
