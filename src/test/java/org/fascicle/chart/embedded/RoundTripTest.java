package org.fascicle.chart.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.fascicle.chart.Written;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** What a sender wrote is what a reader gets, but for id, version and time. */
class RoundTripTest extends StoreTest {
    private static final String META = "\"meta\":{\"versionId\":\"1\",\"lastUpdated\":\"2026-11-22T10:00:00.000Z\"}";

    @Test
    void extensionsNobodyKnowsAreKeptOnResourcesElementsAndPrimitives() {
        assertKept(
                "\"extension\":[{\"url\":\"http://a.example/x\",\"extension\":[{\"url\":\"y\",\"valueCode\":\"z\"}]}],"
                        + "\"status\":\"final\",\"_status\":{\"extension\":[{\"url\":\"http://a.example/s\",\"valueBoolean\":true}]},"
                        + "\"code\":{\"extension\":[{\"url\":\"http://a.example/c\",\"valueString\":\"ü\"}],\"text\":\"K\"}");
    }

    @Test
    void modifierExtensionsAndMissingValuesWithAReasonAreKept() {
        assertKept(
                "\"modifierExtension\":[{\"url\":\"http://a.example/m\",\"valueInteger\":-3}],\"status\":\"final\","
                        + "\"code\":{\"text\":\"K\"},\"_effectiveDateTime\":{\"extension\":["
                        + "{\"url\":\"http://hl7.org/fhir/StructureDefinition/data-absent-reason\",\"valueCode\":\"unknown\"}]}");
    }

    @Test
    void decimalsKeepTheirPrecision() {
        assertKept("\"status\":\"final\",\"code\":{\"text\":\"K\"},\"valueQuantity\":{\"value\":4.10},\"component\":["
                + "{\"code\":{\"text\":\"a\"},\"valueQuantity\":{\"value\":100.00}},"
                + "{\"code\":{\"text\":\"b\"},\"valueQuantity\":{\"value\":12345678901234567890.123456789}}]");
    }

    @Test
    void datesKeepTheirPrecisionAndTimeZone() {
        assertKept("\"status\":\"final\",\"code\":{\"text\":\"K\"},\"effectiveDateTime\":\"2026-02\","
                + "\"issued\":\"2026-02-03T04:05:06.7+05:30\"");
    }

    @Test
    void containedResourcesAndVersionedReferencesAreKept() {
        assertKept(
                "\"contained\":[{\"resourceType\":\"Practitioner\",\"id\":\"p\",\"active\":true}],\"status\":\"final\","
                        + "\"code\":{\"text\":\"K\"},\"performer\":[{\"reference\":\"#p\"}],"
                        + "\"derivedFrom\":[{\"reference\":\"QuestionnaireResponse/7/_history/3\"},"
                        + "{\"reference\":\"http://other.example/fhir/Observation/1/_history/2\"}]");
    }

    @Test
    void narrativeIsKept() {
        assertKept("\"text\":{\"status\":\"generated\",\"div\":"
                + "\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"><p>a &lt; b &amp; c</p></div>\"},"
                + "\"status\":\"final\",\"code\":{\"text\":\"K\"}");
    }

    @Test
    void charactersBeyondTheBasicPlaneAreKept() {
        assertKept("\"status\":\"final\",\"code\":{\"text\":\"日本 😀 \\\" \\\\ é\"}");
    }

    @Test
    void profilesTagsAndSourceStayInTheMeta() {
        String json = "{\"resourceType\":\"Observation\",\"meta\":{\"source\":\"http://a.example\",\"profile\":"
                + "[\"http://a.example/p\"],\"tag\":[{\"code\":\"t\"}]},\"status\":\"final\",\"code\":{\"text\":\"K\"}}";
        assertEquals(
                "{\"resourceType\":\"Observation\",\"id\":\"n1\",\"meta\":{\"versionId\":\"1\",\"lastUpdated\":"
                        + "\"2026-11-22T10:00:00.000Z\",\"source\":\"http://a.example\",\"profile\":"
                        + "[\"http://a.example/p\"],\"tag\":[{\"code\":\"t\"}]},\"status\":\"final\",\"code\":{\"text\":\"K\"}}",
                stored(json));
    }

    @Test
    void whatCannotBeKeptAsItIsIsRefused() {
        Observation half = new Observation();
        half.getCode().setText("\uD83D");
        assertFault(Kind.INVALID, () -> chart.create(half));
        Observation nul = new Observation();
        nul.addIdentifier().setValue("a\u0000b");
        assertFault(Kind.INVALID, () -> chart.create(nul));
        assertEquals(List.of(), find("Observation"));
    }

    private void assertKept(String content) {
        assertEquals(
                "{\"resourceType\":\"Observation\",\"id\":\"n1\"," + META + "," + content + "}",
                stored("{\"resourceType\":\"Observation\"," + content + "}"));
    }

    private String stored(String json) {
        Written written = chart.create(
                (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(json));
        return chart.read(written.key()).json();
    }
}
