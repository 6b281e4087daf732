package org.fascicle.fhir.chart;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.Bundle;

/** Charts written as FHIR JSON, parsed leniently: what one resource has wrong must not hide the others. */
final class JsonChart {
    private static final FhirContext R4 = FhirContext.forR4Cached();

    private JsonChart() {}

    static String text(String name) {
        try (InputStream file = JsonChart.class.getResourceAsStream("/charts/" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Bundle parse(String json) {
        IParser parser = R4.newJsonParser();
        parser.setParserErrorHandler(new LenientErrorHandler(false).setErrorOnInvalidValue(false));
        return parser.parseResource(Bundle.class, json);
    }
}
