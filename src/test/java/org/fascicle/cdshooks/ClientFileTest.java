package org.fascicle.cdshooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.fascicle.cdshooks.client.CdsClient;
import org.fascicle.cdshooks.client.ClientFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientFileTest {
    private static final String GOOD = "\"name\": \"North\", \"issuer\": \"https://ehr.example.org\","
            + " \"keySet\": \"https://ehr.example.org/jwks.json\"";

    @TempDir
    Path folder;

    @Test
    void anEhrWithEverythingIsRead() {
        assertEquals(
                List.of(new CdsClient(
                        "North",
                        "https://ehr.example.org",
                        URI.create("https://ehr.example.org/jwks.json"),
                        Set.of(URI.create("https://ehr.example.org/fhir")),
                        Set.of("https://chart.example.org"))),
                read("{" + GOOD + ", \"fhirServers\": [\"https://ehr.example.org/fhir\"],"
                        + " \"origins\": [\"https://chart.example.org\"]}"));
    }

    @Test
    void anEhrWithTheLeastMaySendUsNowhere() {
        CdsClient client = read("{" + GOOD + "}").get(0);
        assertEquals(Set.of(), client.fhirServers());
        assertEquals(Set.of(), client.origins());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "fhirServers": ["http://ehr.example.org/fhir"]    | fhirServers
            "fhirServers": ["https://ehr.example.org/fhir/"]  | fhirServers
            "origins": ["https://ehr.example.org/path"]       | origins
            "origins": ["*"]                                  | origins
            "jku": "https://ehr.example.org"                  | jku""")
    void whatIsWrongIsTold(String field, String named) {
        String message = assertThrows(IllegalArgumentException.class, () -> read("{" + GOOD + ", " + field + "}"))
                .getMessage();
        assertTrue(message.contains("FASCICLE_CDS_CLIENTS") && message.contains(named), message);
    }

    private List<CdsClient> read(String client) {
        try {
            return ClientFile.read(
                    Files.writeString(folder.resolve("clients.json"), "{\"clients\": [" + client + "]}"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
