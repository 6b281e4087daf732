package org.fascicle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.fascicle.chart.Key;
import org.junit.jupiter.api.Test;

class NamedPatientsTest {

    @Test
    void everyPatientThatIsReferredToIsFoundHoweverTheAddressIsWritten() {
        assertEquals(
                Set.of(patient("a"), patient("b"), patient("c"), patient("d")),
                NamedPatients.in("{\"subject\":{\"reference\":\"Patient/a\"},"
                        + "\"link\":[{\"other\":{\"reference\":\"https://ehr.example/fhir/Patient/b/_history/3\"}}],"
                        + "\"for\":{\"reference\":\"\\u0050atient\\/c\"},"
                        + "\"entry\":[{\"fullUrl\":\"https://ehr.example/fhir/Patient/d\"}]}"));
    }

    @Test
    void whatATextSaysOfReferencesIsNone() {
        assertEquals(
                Set.of(),
                NamedPatients.in("{\"text\":\"\\\"reference\\\":\\\"Patient/a\\\"\",\"id\":\"Patient/b\","
                        + "\"subject\":{\"reference\":\"Practitioner/Patient\",\"display\":\"Patient/c\"},"
                        + "\"next\":{\"reference\":\"Patient?identifier=x\"},\"reference\":{\"a\":[1,null,true]}}"));
    }

    @Test
    void aByteOrderMarkHidesNobody() {
        byte[] marked = "\uFEFF{\"subject\":{\"reference\":\"Patient/a\"}}".getBytes(StandardCharsets.UTF_8);
        assertEquals(Set.of(patient("a")), NamedPatients.in(marked));
    }

    private static Key patient(String id) {
        return new Key("Patient", id);
    }
}
