package org.fascicle.cdshooks.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fascicle.oauth.WebAddress;

/**
 * Reads the file that names the EHRs that may ask for cards ({@code FASCICLE_CDS_CLIENTS}), once at start. All fields are
 * needed but the last two.
 *
 * <pre>{"clients": [{"name": "North", "issuer": "https://ehr.example.org", "keySet": "https://ehr.example.org/jwks.json",
 *   "fhirServers": ["https://ehr.example.org/fhir"], "origins": ["https://ehr.example.org"]}]}</pre>
 */
public final class ClientFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FIELDS = Set.of("name", "issuer", "keySet", "fhirServers", "origins");

    private final Path file;

    private ClientFile(Path file) {
        this.file = file;
    }

    /** @throws IllegalArgumentException naming the file, the field and what it may be */
    public static List<CdsClient> read(Path file) {
        return new ClientFile(file).clients();
    }

    private List<CdsClient> clients() {
        JsonNode list = json().path("clients");
        if (!list.isArray()) {
            throw wrong("clients", "must be a list");
        }
        List<CdsClient> clients = new ArrayList<>();
        list.forEach(one -> clients.add(client(one)));
        return clients;
    }

    private JsonNode json() {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("`FASCICLE_CDS_CLIENTS`: `" + file + "` is not JSON; line "
                    + broken.getLocation().getLineNr() + " cannot be read");
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("`FASCICLE_CDS_CLIENTS`: `" + file + "` cannot be read");
        }
    }

    private CdsClient client(JsonNode one) {
        for (Iterator<String> names = one.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!FIELDS.contains(name)) {
                throw wrong(name, "is not a field");
            }
        }
        Set<URI> servers = new LinkedHashSet<>();
        one.path("fhirServers").forEach(server -> servers.add(address("fhirServers", server.asText())));
        Set<String> origins = new LinkedHashSet<>();
        one.path("origins").forEach(origin -> origins.add(WebAddress.origin(address("origins", origin.asText()))));
        return new CdsClient(
                text(one, "name"), text(one, "issuer"), address("keySet", text(one, "keySet")), servers, origins);
    }

    private String text(JsonNode one, String name) {
        String text = one.path(name).asText("");
        if (text.isBlank()) {
            throw wrong(name, "is missing");
        }
        return text;
    }

    private URI address(String name, String text) {
        return WebAddress.find(text)
                .filter(address -> !text.endsWith("/"))
                .orElseThrow(
                        () -> wrong(name, "is `" + text + "`; it must be an https address without a slash at the end"));
    }

    private IllegalArgumentException wrong(String name, String how) {
        return new IllegalArgumentException("`FASCICLE_CDS_CLIENTS` (`" + file + "`): `" + name + "` " + how);
    }
}
