package org.fascicle.sandbox.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.fascicle.access.token.Doorkeeper;
import org.fascicle.api.TokenAccess;
import org.fascicle.chart.Chart;
import org.fascicle.oauth.KeptKeys;
import org.fascicle.testing.Page;
import org.fascicle.testing.PracticeChart;
import org.fascicle.testing.RunningServer;
import org.junit.jupiter.api.Test;

class BackendTest extends AuthorityScene {
    @Test
    void aBackendServiceGetsSystemScopesByItsKey() throws Exception {
        JsonNode granted = json(backend(assertion(claims())));

        assertEquals("system/Patient.rs", granted.get("scope").asText());
        JWTClaimsSet claims = site.authority().check(granted.get("access_token").asText());
        assertEquals("fascicle-backend", claims.getSubject());
    }

    @Test
    void b1_aBackendServiceReadsAsFarAsItsScopesReach() throws Exception {
        String token = json(backend(assertion(claims()))).get("access_token").asText();
        try (RunningServer fhir = fhirDoor()) {
            fhir.put("/Patient/p1", "{\"resourceType\":\"Patient\",\"id\":\"p1\"}")
                    .expect(201);
            fhir.get("/Patient/p1", "Authorization", "Bearer " + token).expect(200);
            fhir.get("/Observation", "Authorization", "Bearer " + token).expect(403);
            fhir.put("/Patient/p1", "{\"resourceType\":\"Patient\",\"id\":\"p1\"}", "Authorization", "Bearer " + token)
                    .expect(403);
            clock.forward(Duration.ofMinutes(12));
            fhir.get("/Patient/p1", "Authorization", "Bearer " + token).expect(401);
        }
    }

    @Test
    void b1_aLaunchedAppReadsItsPatientAlone() throws IOException {
        String token = json(redeem(code(), Map.of())).get("access_token").asText();
        try (RunningServer fhir = fhirDoor()) {
            fhir.put("/Patient/p1", "{\"resourceType\":\"Patient\",\"id\":\"p1\"}")
                    .expect(201);
            fhir.put("/Patient/p2", "{\"resourceType\":\"Patient\",\"id\":\"p2\"}")
                    .expect(201);
            fhir.get("/Patient/p1", "Authorization", "Bearer " + token).expect(200);
            fhir.get("/Patient/p2", "Authorization", "Bearer " + token).expect(404);
            assertEquals(
                    List.of("p1"),
                    fhir.get("/Patient", "Authorization", "Bearer " + token).ids());
            fhir.get("/Patient/p2").expect(200);
        }
    }

    /** As it is on this machine: with a token one is held to it, without one let in. */
    private RunningServer fhirDoor() {
        Chart chart = PracticeChart.open(directory, clock);
        Doorkeeper doorkeeper = new Doorkeeper(site.authority()::check);
        return RunningServer.start(
                chart, clock, TokenAccess.optionalHere(chart, doorkeeper), PracticeChart.assessing(clock));
    }

    @Test
    void a12_anAssertionWorksOnce() throws Exception {
        String assertion = assertion(claims());

        assertEquals(200, backend(assertion).status());
        assertEquals("invalid_client", error(backend(assertion)));
    }

    @Test
    void a12_anAssertionMustBeShortLivedForThisServerAndOfThisClient() throws Exception {
        JWTClaimsSet good = claims();
        Date inTenMinutes = Date.from(clock.instant().plusSeconds(600));
        Date longAgo = Date.from(clock.instant().minusSeconds(600));

        assertEquals("invalid_client", error(backend(assertion(with(good).expirationTime(inTenMinutes)))));
        assertEquals("invalid_client", error(backend(assertion(with(good).expirationTime(longAgo)))));
        assertEquals("invalid_client", error(backend(assertion(with(good).expirationTime(null)))));
        assertEquals("invalid_client", error(backend(assertion(with(good).issueTime(inTenMinutes)))));
        assertEquals("invalid_client", error(backend(assertion(with(good).audience("https://other.example")))));
        assertEquals("invalid_client", error(backend(assertion(with(good).jwtID(null)))));
        assertEquals("invalid_client", error(backend(assertion(with(good).subject("fascicle")))));
    }

    @Test
    void a12_anAssertionOfAnotherKeyOrKeySetIsRefused() throws Exception {
        ECKey stranger = new ECKeyGenerator(Curve.P_384).keyID(key().getKeyID()).generate();

        assertEquals("invalid_client", error(backend(signed(claims(), stranger, "/.well-known/jwks.json"))));
        assertEquals("invalid_client", error(backend(signed(claims(), key(), "/evil.json"))));
    }

    @Test
    void a12_aClientWithAKeyCannotComeWithout() throws IOException {
        Page page = browser.post(
                site.at("/authority/token"),
                Map.of("grant_type", "client_credentials", "scope", "system/*.rs", "client_id", "fascicle-backend"));

        assertEquals("invalid_client", error(page));
    }

    private Page backend(String assertion) {
        return browser.post(
                site.at("/authority/token"),
                Map.of(
                        "grant_type", "client_credentials",
                        "scope", "system/Patient.rs patient/Patient.rs",
                        "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion", assertion));
    }

    private JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer("fascicle-backend")
                .subject("fascicle-backend")
                .audience(site.base() + "/authority/token")
                .jwtID("jti-" + System.nanoTime())
                .expirationTime(Date.from(clock.instant().plusSeconds(240)))
                .build();
    }

    private static JWTClaimsSet.Builder with(JWTClaimsSet claims) {
        return new JWTClaimsSet.Builder(claims).jwtID("jti-" + System.nanoTime());
    }

    private String assertion(JWTClaimsSet.Builder claims) throws Exception {
        return assertion(claims.build());
    }

    private String assertion(JWTClaimsSet claims) throws Exception {
        return signed(claims, key(), "/.well-known/jwks.json");
    }

    private String signed(JWTClaimsSet claims, ECKey key, String keySet) throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES384)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .jwkURL(site.at(keySet))
                .build();
        SignedJWT assertion = new SignedJWT(header, claims);
        assertion.sign(new ECDSASigner(key));
        return assertion.serialize();
    }

    /** The key whose public half stands in our own key set. */
    private ECKey key() {
        return new KeptKeys(state)
                .key("fascicle-at-practice", JWSAlgorithm.ES384)
                .toECKey();
    }
}
