package org.fascicle.cdshooks.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fascicle.oauth.Fields;
import org.fascicle.oauth.WebAddress;

/**
 * Reads the file that names the EHRs that may ask for cards ({@code FASCICLE_CDS_CLIENTS}), once at start. The last two
 * fields may be left out.
 *
 * <pre>{"clients": [{"name": "North", "issuer": "https://ehr.example.org", "keySet": "https://ehr.example.org/jwks.json",
 *   "fhirServers": ["https://ehr.example.org/fhir"], "origins": ["https://ehr.example.org"]}]}</pre>
 */
public final class ClientFile {
    private static final String SETTING = "FASCICLE_CDS_CLIENTS";

    private ClientFile() {}

    /** @throws IllegalArgumentException naming the file, the field and what it may be */
    public static List<CdsClient> read(Path file) {
        Fields top = Fields.read(SETTING, file);
        List<CdsClient> clients =
                top.objects("clients").stream().map(ClientFile::client).toList();
        top.nothingElse();
        return clients;
    }

    private static CdsClient client(Fields fields) {
        CdsClient client = new CdsClient(
                fields.text("name"),
                fields.text("issuer"),
                address(fields, "keySet", fields.text("keySet")),
                fields.texts("fhirServers").stream()
                        .map(server -> address(fields, "fhirServers", server))
                        .collect(Collectors.toUnmodifiableSet()),
                origins(fields));
        fields.nothingElse();
        return client;
    }

    private static URI address(Fields fields, String name, String text) {
        return WebAddress.find(text)
                .filter(address -> !text.endsWith("/"))
                .orElseThrow(() -> fields.wrong(name, text, "an https address without a slash at the end"));
    }

    private static Set<String> origins(Fields fields) {
        List<String> origins = fields.texts("origins");
        for (String origin : origins) {
            if (WebAddress.find(origin)
                    .map(WebAddress::origin)
                    .filter(origin::equals)
                    .isEmpty()) {
                throw fields.wrong("origins", origin, "origins such as `https://ehr.example.org`, without a path");
            }
        }
        return Set.copyOf(origins);
    }
}
