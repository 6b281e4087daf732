package org.fascicle.fhir.response;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** A name for a response that has none: the same content gives the same name. */
public final class Digest {
    private Digest() {}

    public static String of(QuestionnaireResponse response) {
        String json = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(response);
        return UUID.nameUUIDFromBytes(json.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
