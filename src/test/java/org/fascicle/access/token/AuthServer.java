package org.fascicle.access.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An authorization server as far as a resource server sees it: a key set, and answers about tokens. */
final class AuthServer implements AutoCloseable {
    private final HttpServer server;
    private final List<JWK> keys = new ArrayList<>();
    private final Map<String, String> about = new ConcurrentHashMap<>();
    private final List<String> credentials = new ArrayList<>();
    private final AtomicInteger fetches = new AtomicInteger();

    private AuthServer(HttpServer server) {
        this.server = server;
    }

    static AuthServer start() {
        try {
            AuthServer started =
                    new AuthServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            started.server.createContext("/keys", started::keys);
            started.server.createContext("/introspect", started::introspect);
            started.server.start();
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    String issuer() {
        return base() + "/issuer";
    }

    /** How often the key set was fetched. */
    int fetches() {
        return fetches.get();
    }

    /** The {@code Authorization} headers that came with introspection. */
    List<String> credentials() {
        return credentials;
    }

    void tell(String token, String answer) {
        about.put(token, answer);
    }

    void publishOnly(JWK key) {
        keys.clear();
        keys.add(key);
    }

    RSAKey rsaKey(String id) {
        try {
            RSAKey key = new RSAKeyGenerator(2048).keyID(id).generate();
            keys.add(key);
            return key;
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    ECKey ecKey(String id) {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_384).keyID(id).generate();
            keys.add(key);
            return key;
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String sign(JWTClaimsSet claims, JWK key, JWSAlgorithm algorithm, JOSEObjectType type) {
        try {
            JWSSigner signer = key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner(key.toECKey());
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(algorithm)
                            .type(type)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void keys(HttpExchange exchange) throws IOException {
        fetches.incrementAndGet();
        answer(exchange, new JWKSet(keys).toPublicJWKSet().toString());
    }

    private void introspect(HttpExchange exchange) throws IOException {
        credentials.add(exchange.getRequestHeaders().getFirst("Authorization"));
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String token = form.replaceAll(".*token=([^&]*).*", "$1");
        answer(exchange, about.getOrDefault(token, "{\"active\":false}"));
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
