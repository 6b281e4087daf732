package org.fascicle.smart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.fascicle.smart.ehr.Authentication;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.ehr.Terms;
import org.fascicle.testing.Page;

/** An EHR that answers what a test tells it to, good or hostile, and remembers what it was asked. */
public final class ScriptedEhr implements AutoCloseable {
    static final String CLIENT = "fascicle-test";

    private static final RSAKey FIRST_KEY = rsa("first");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    final ObjectNode configuration = JsonNodeFactory.instance.objectNode();
    public final ObjectNode tokens = JsonNodeFactory.instance.objectNode();
    RSAKey key = FIRST_KEY;

    /** What was asked, where. */
    public record Asked(String method, String path, Map<String, List<String>> headers, String body) {
        Map<String, String> form() {
            return Page.parameters(body);
        }

        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    /** What is answered. */
    public interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    private ScriptedEhr(HttpServer server) {
        this.server = server;
    }

    public static ScriptedEhr start() {
        try {
            InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            ScriptedEhr ehr = new ScriptedEhr(HttpServer.create(free, 0));
            ehr.behaveWell();
            ehr.server.createContext("/", ehr::answer);
            ehr.server.setExecutor(ehr.threads);
            ehr.server.start();
            return ehr;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void behaveWell() {
        configuration
                .put("issuer", origin())
                .put("jwks_uri", origin() + "/jwks")
                .put("authorization_endpoint", origin() + "/authorize")
                .put("token_endpoint", origin() + "/token")
                .put("revocation_endpoint", origin() + "/revoke");
        configuration.putArray("code_challenge_methods_supported").add("S256");
        configuration.putArray("capabilities").add("launch-ehr").add("permission-v2");
        tokens.put("access_token", "access-token-1")
                .put("token_type", "Bearer")
                .put("expires_in", 3600)
                .put("patient", "p1");
        on("/fhir/.well-known/smart-configuration", exchange -> send(exchange, 200, configuration.toString()));
        on("/token", exchange -> send(exchange, 200, tokens.toString()));
        on("/jwks", exchange -> send(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        on("/revoke", exchange -> send(exchange, 200, ""));
    }

    public void on(String path, Reply reply) {
        replies.put(path, reply);
    }

    public static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        asked.add(new Asked(exchange.getRequestMethod(), path, Map.copyOf(exchange.getRequestHeaders()), body));
        replies.getOrDefault(path, missing -> send(missing, 404, "{}")).to(exchange);
    }

    public List<Asked> asked(String path) {
        return asked.stream().filter(one -> one.path().equals(path)).toList();
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    String origin() {
        return "http://localhost:" + port();
    }

    public String fhirBase() {
        return origin() + "/fhir";
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** As Fascicle has it in its settings: a public client. */
    public Ehr ehr() {
        return ehr(new Authentication.None(), Terms.STANDARD);
    }

    public Ehr ehr(Authentication authentication, Terms terms) {
        return new Ehr("Scripted", fhirBase(), CLIENT, authentication, Set.of("localhost:" + port()), terms);
    }

    public static Terms timeout(Duration timeout) {
        return new Terms(Optional.empty(), List.of(), "", timeout, "");
    }

    /** Claims of an identity token that holds for this nonce. */
    JWTClaimsSet.Builder identity(String nonce) {
        return new JWTClaimsSet.Builder()
                .issuer(origin())
                .audience(CLIENT)
                .subject("dr-1")
                .claim("fhirUser", fhirBase() + "/Practitioner/dr-1")
                .claim("name", "Dr. One")
                .claim("nonce", nonce)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    String signed(JWTClaimsSet claims) {
        return signed(claims, key);
    }

    static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
