package org.fascicle.access.token;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.oauth.Fields;
import org.fascicle.oauth.Outbound;
import org.fascicle.oauth.WebAddress;

/**
 * The file that names the authorization servers whose tokens are accepted ({@code FASCICLE_ISSUERS}), read once at start.
 *
 * <pre>{"issuers": [{"issuer": "https://auth.example.org", "keySet": "https://auth.example.org/jwks"}]}</pre>
 *
 * <table>
 * <caption>Fields; those without a default are required. Files are looked for beside this one.</caption>
 * <tr><td>{@code issuers}</td><td>the servers whose signed tokens are accepted; may be left out with introspection</td></tr>
 * <tr><td>{@code issuers[].issuer}</td><td>letter for letter what stands in {@code iss}</td></tr>
 * <tr><td>{@code issuers[].keySet}</td><td>where its keys are: its {@code jwks_uri}</td></tr>
 * <tr><td>{@code issuers[].audiences}</td><td>accepted besides the address of our FHIR base; default none</td></tr>
 * <tr><td>{@code introspection}</td><td>one server that is asked about all other tokens (RFC 7662); default none</td></tr>
 * <tr><td>{@code introspection.endpoint}</td><td>its address</td></tr>
 * <tr><td>{@code introspection.clientId}</td><td>our name there</td></tr>
 * <tr><td>{@code introspection.secretFile}</td><td>our secret there</td></tr>
 * <tr><td>{@code introspection.audiences}</td><td>as above; what it answers must name one of all of them</td></tr>
 * <tr><td>{@code authorizationEndpoint}</td><td>told to clients in our {@code smart-configuration}; default none</td></tr>
 * <tr><td>{@code tokenEndpoint}</td><td>the same; without it there is no {@code smart-configuration}</td></tr>
 * <tr><td>{@code timeoutSeconds}</td><td>for each answer of these servers, 1 to 60; default 5</td></tr>
 * </table>
 */
public final class IssuerFile {
    private static final int LONGEST_ANSWER = 256 * 1024;

    private final String fhirBase;
    private final Clock clock;

    private IssuerFile(String fhirBase, Clock clock) {
        this.fhirBase = fhirBase;
        this.clock = clock;
    }

    /**
     * @param fhirBase our own, which is the audience tokens are made for
     * @throws IllegalArgumentException naming the file, the field and what it may be
     */
    public static Issuers read(Path file, String fhirBase, Clock clock) {
        return new IssuerFile(fhirBase, clock).issuers(Fields.read("FASCICLE_ISSUERS", file));
    }

    private Issuers issuers(Fields top) {
        Outbound outbound = new Outbound(Duration.ofSeconds(top.number("timeoutSeconds", 5, 1, 60)), LONGEST_ANSWER);
        List<TrustedIssuer> trusted =
                top.objects("issuers").stream().map(this::issuer).toList();
        Optional<Introspection> asked =
                top.findObject("introspection").map(fields -> new Introspection(server(fields), outbound, clock));
        if (trusted.isEmpty() && asked.isEmpty()) {
            throw top.wrong(
                    "issuers", "names nobody, so no token could be accepted; name an issuer, or `introspection`");
        }
        Issuers issuers = new Issuers(
                new Configured(new TrustedIssuers(trusted, outbound, clock), asked),
                top.find("authorizationEndpoint").map(text -> address(top, "authorizationEndpoint", text)),
                top.find("tokenEndpoint").map(text -> address(top, "tokenEndpoint", text)));
        top.nothingElse();
        return issuers;
    }

    private TrustedIssuer issuer(Fields fields) {
        TrustedIssuer issuer = new TrustedIssuer(
                fields.text("issuer"), address(fields, "keySet", fields.text("keySet")), audiences(fields));
        fields.nothingElse();
        return issuer;
    }

    private Introspection.Server server(Fields fields) {
        Introspection.Server server = new Introspection.Server(
                address(fields, "endpoint", fields.text("endpoint")),
                fields.text("clientId"),
                fields.fileText("secretFile").strip(),
                audiences(fields));
        fields.nothingElse();
        return server;
    }

    private Set<String> audiences(Fields fields) {
        Set<String> audiences = new HashSet<>(fields.texts("audiences"));
        audiences.add(fhirBase);
        return audiences;
    }

    private static URI address(Fields fields, String name, String text) {
        return WebAddress.find(text).orElseThrow(() -> fields.wrong(name, text, "an https address"));
    }
}
