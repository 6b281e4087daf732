package org.fascicle.smart.ehr;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.oauth.Fields;
import org.fascicle.oauth.Scopes;
import org.fascicle.oauth.WebAddress;

/**
 * Reads the file that names the EHRs ({@code FASCICLE_EHRS}), once at start. What is wrong is told with the field it
 * stands in.
 *
 * <pre>{"ehrs": [{"issuer": "https://ehr.example.org/fhir", "clientId": "fascicle",
 *   "authentication": "private_key_jwt", "keyFile": "north.jwk"}]}</pre>
 *
 * <table>
 * <caption>Fields; those without a default are required. Files are looked for beside this one.</caption>
 * <tr><td>{@code name}</td><td>for people; default the issuer's host</td></tr>
 * <tr><td>{@code issuer}</td><td>the FHIR base, letter for letter as the EHR sends it in {@code iss}</td></tr>
 * <tr><td>{@code clientId}</td><td>our name there</td></tr>
 * <tr><td>{@code authentication}</td><td>{@code public}, {@code secret} or {@code private_key_jwt}</td></tr>
 * <tr><td>{@code secretFile}</td><td>the shared secret, with {@code secret}</td></tr>
 * <tr><td>{@code keyFile}</td><td>a private JWK or JWK Set, with {@code private_key_jwt}</td></tr>
 * <tr><td>{@code algorithm}</td><td>{@code RS384} or {@code ES384}; default what the key can do</td></tr>
 * <tr><td>{@code endpointHosts}</td><td>where its endpoints may be besides the issuer's host; default none</td></tr>
 * <tr><td>{@code scopes}</td><td>asked for instead of what {@link Feature} lists</td></tr>
 * <tr><td>{@code frameOrigins}</td><td>who may show us in a frame; default nobody</td></tr>
 * <tr><td>{@code callback}</td><td>{@code north}: {@code /callback/north} is this EHR's own redirect address</td></tr>
 * <tr><td></td><td>wise with several EHRs: none can then pass a code off as another's</td></tr>
 * <tr><td>{@code orderPage}</td><td>where it shows an order, {@code https://ehr.example.org/{patient}/orders/{id}}; default
 *     none</td></tr>
 * <tr><td>{@code timeoutSeconds}</td><td>for each of its answers, 1 to 60; default 10</td></tr>
 * </table>
 */
public final class EhrFile {
    private final Path file;

    private EhrFile(Path file) {
        this.file = file;
    }

    /** @throws IllegalArgumentException naming the file, the field and what it may be */
    public static List<Ehr> read(Path file) {
        return new EhrFile(file).ehrs();
    }

    private List<Ehr> ehrs() {
        Fields top = Fields.read("FASCICLE_EHRS", file);
        List<Ehr> ehrs = top.objects("ehrs").stream().map(this::ehr).toList();
        top.nothingElse();
        return ehrs;
    }

    private Ehr ehr(Fields fields) {
        String issuer = fields.text("issuer");
        URI address = WebAddress.find(issuer)
                .filter(uri -> uri.getRawQuery() == null)
                .orElseThrow(() -> fields.wrong("issuer", issuer, "the https address of the EHR's FHIR base"));
        Ehr ehr = new Ehr(
                fields.find("name").orElse(address.getHost()),
                issuer,
                fields.text("clientId"),
                authentication(fields),
                hosts(fields, address),
                terms(fields));
        fields.nothingElse();
        return ehr;
    }

    private static Authentication authentication(Fields fields) {
        String kind = fields.text("authentication");
        return switch (kind) {
            case "public" -> new Authentication.None();
            case "secret" ->
                new Authentication.Secret(fields.fileText("secretFile").strip());
            case "private_key_jwt" -> KeyFile.read(fields);
            default -> throw fields.wrong("authentication", kind, "`public`, `secret` or `private_key_jwt`");
        };
    }

    private static Set<String> hosts(Fields fields, URI issuer) {
        Set<String> hosts = new HashSet<>(fields.texts("endpointHosts"));
        for (String host : hosts) {
            if (!host.matches("[a-z0-9.-]+(:\\d{1,5})?")) {
                throw fields.wrong("endpointHosts", host, "host names in lower case, with a port where it is not 443");
            }
        }
        hosts.add(WebAddress.authority(issuer));
        return hosts;
    }

    private static Terms terms(Fields fields) {
        String callback = fields.find("callback").orElse("");
        if (!callback.matches("[a-z0-9-]{0,40}")) {
            throw fields.wrong("callback", callback, "a word of a-z, 0-9 and -");
        }
        return new Terms(scopes(fields), frameOrigins(fields), callback, timeout(fields), orderPage(fields));
    }

    private static Optional<Scopes> scopes(Fields fields) {
        return fields.find("scopes").map(Scopes::parse);
    }

    private static List<String> frameOrigins(Fields fields) {
        List<String> origins = new ArrayList<>();
        for (String origin : fields.texts("frameOrigins")) {
            origins.add(WebAddress.find(origin)
                    .map(WebAddress::origin)
                    .filter(origin::equals)
                    .orElseThrow(() -> fields.wrong(
                            "frameOrigins", origin, "origins such as `https://ehr.example.org`, without a path")));
        }
        return origins;
    }

    private static String orderPage(Fields fields) {
        String template = fields.find("orderPage").orElse("");
        String address = template.replace("{patient}", "a").replace("{id}", "b");
        boolean isNamed = template.contains("{id}") && WebAddress.find(address).isPresent();
        if (!template.isEmpty() && !isNamed) {
            throw fields.wrong("orderPage", template, "an https address with `{id}`, and `{patient}` if it needs one");
        }
        return template;
    }

    private static Duration timeout(Fields fields) {
        int seconds = fields.number("timeoutSeconds", 10, 1, 60);
        return Duration.ofSeconds(seconds);
    }
}
