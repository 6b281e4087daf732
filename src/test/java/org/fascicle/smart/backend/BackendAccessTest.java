package org.fascicle.smart.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.smart.ehr.KeyFile;
import org.fascicle.testing.MovingClock;
import org.fascicle.testing.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendAccessTest {
    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final List<Map<String, String>> asked = new ArrayList<>();
    private HttpServer authority;
    private ECKey key;
    private int status = 200;

    @BeforeEach
    void start() throws Exception {
        key = new ECKeyGenerator(Curve.P_384).keyID("ours").generate();
        Files.writeString(folder.resolve("key.json"), key.toJSONString());
        authority = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        authority.createContext("/token", exchange -> {
            asked.add(Page.parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            answer(exchange);
        });
        authority.start();
    }

    private void answer(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        String granted = "{\"access_token\":\"token-" + asked.size()
                + "\",\"token_type\":\"Bearer\",\"expires_in\":300,\"scope\":\"system/Patient.rs\"}";
        byte[] body = (status == 200 ? granted : "{\"error\":\"invalid_client\"}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterEach
    void stop() {
        authority.stop(0);
    }

    @Test
    void a12_aSignedAssertionSaysWhoWeAreForFiveMinutesAtMostAndOnce() throws Exception {
        BackendAccess access = access();
        access.token();
        access.tokenOtherThan("token-1");
        assertEquals("client_credentials", asked.get(0).get("grant_type"));
        assertTrue(asked.get(0).get("scope").contains("system/RiskAssessment.crus"));
        SignedJWT first = SignedJWT.parse(asked.get(0).get("client_assertion"));
        SignedJWT second = SignedJWT.parse(asked.get(1).get("client_assertion"));
        assertTrue(first.verify(new ECDSAVerifier(key.toPublicJWK())));
        assertEquals("ES384", first.getHeader().getAlgorithm().getName());
        assertEquals("ours", first.getHeader().getKeyID());
        assertEquals("fascicle", first.getJWTClaimsSet().getIssuer());
        assertEquals("fascicle", first.getJWTClaimsSet().getSubject());
        assertEquals(List.of(tokenUrl()), first.getJWTClaimsSet().getAudience());
        Instant expires = first.getJWTClaimsSet().getExpirationTime().toInstant();
        assertFalse(expires.isAfter(clock.instant().plus(Duration.ofMinutes(5))));
        assertNotEquals(
                first.getJWTClaimsSet().getJWTID(), second.getJWTClaimsSet().getJWTID());
    }

    @Test
    void aTokenIsKeptUntilShortlyBeforeItEnds() {
        BackendAccess access = access();
        assertEquals(Optional.of("token-1"), access.token());
        clock.forward(Duration.ofSeconds(269));
        assertEquals(Optional.of("token-1"), access.token());
        clock.forward(Duration.ofSeconds(2));
        assertEquals(Optional.of("token-2"), access.token());
        assertEquals(2, asked.size());
    }

    @Test
    void aTokenTheServerRefusesIsReplacedOnce() {
        BackendAccess access = access();
        access.token();
        assertEquals(Optional.of("token-2"), access.tokenOtherThan("token-1"));
        assertEquals(Optional.of("token-2"), access.tokenOtherThan("token-1"), "somebody renewed it already");
        assertEquals(2, asked.size());
    }

    @Test
    void aRefusalNamesTheSettingsAndNoSecret() {
        status = 401;
        Fault fault = assertThrows(Fault.class, () -> access().token());
        assertEquals(Kind.UNAVAILABLE, fault.kind());
        assertTrue(fault.getMessage().contains("`FASCICLE_STORE_CLIENT_ID`"));
        assertFalse(fault.getMessage().contains(key.getD().toString()));
    }

    @Test
    void aKeyThatCannotSignOrATokenAddressThatIsNotSafeIsRefusedAtStart() throws Exception {
        Files.writeString(folder.resolve("public.json"), key.toPublicJWK().toJSONString());
        for (String file : List.of("public.json", "nowhere.json")) {
            IllegalArgumentException wrong = assertThrows(
                    IllegalArgumentException.class, () -> KeyFile.at("FASCICLE_STORE_KEY", folder.resolve(file)));
            assertTrue(wrong.getMessage().contains("`FASCICLE_STORE_KEY`"), wrong.getMessage());
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new BackendAccess(
                        "https://ehr.example/fhir",
                        "fascicle",
                        KeyFile.at("FASCICLE_STORE_KEY", folder.resolve("key.json")),
                        "http://ehr.example/token",
                        clock));
    }

    private BackendAccess access() {
        return new BackendAccess(
                "https://ehr.example/fhir",
                "fascicle",
                KeyFile.at("FASCICLE_STORE_KEY", folder.resolve("key.json")),
                tokenUrl(),
                clock);
    }

    private String tokenUrl() {
        return "http://localhost:" + authority.getAddress().getPort() + "/token";
    }
}
