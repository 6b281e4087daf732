package org.fascicle.access.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.fascicle.access.Grant;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.testing.MovingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final String OURS = "https://fascicle.example.org/fhir";
    private static final JOSEObjectType ACCESS = new JOSEObjectType("at+jwt");

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock(Instant.now());
    private AuthServer server;
    private RSAKey key;
    private Doorkeeper doorkeeper;

    @BeforeEach
    void start() throws IOException {
        server = AuthServer.start();
        key = server.rsaKey("k1");
        doorkeeper = doorkeeper(
                "{\"issuers\":[{\"issuer\":\"" + server.issuer() + "\",\"keySet\":\"" + server.base() + "/keys\"}]}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void b1_aTokenOfATrustedIssuerGrantsItsScopesForItsPatient() {
        Grant grant = doorkeeper.admit("Bearer " + signed(claims().build()));

        assertEquals("app", grant.client());
        assertEquals("Practitioner/dr", grant.user());
        assertEquals(Optional.of("a"), grant.patient());
        assertEquals(List.of("openid", "patient/Observation.rs"), grant.scopes().words());
    }

    @Test
    void everyAlgorithmSmartNamesIsAccepted() {
        JWK curve = server.ecKey("k2");

        assertEquals(
                "app",
                admit(AuthServer.sign(claims().build(), curve, JWSAlgorithm.ES384, ACCESS))
                        .client());
        assertEquals(
                "app",
                admit(AuthServer.sign(claims().build(), key, JWSAlgorithm.RS384, ACCESS))
                        .client());
        assertEquals(
                "app",
                admit(AuthServer.sign(claims().build(), key, JWSAlgorithm.RS256, JOSEObjectType.JWT))
                        .client());
    }

    @Test
    void b1_aTokenOfAnotherAlgorithmIsRefused() throws JOSEException {
        JWTClaimsSet claims = claims().build();
        SignedJWT symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(ACCESS)
                        .keyID("k1")
                        .build(),
                claims);
        symmetric.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));

        assertRefused(symmetric.serialize());
        assertRefused(new PlainJWT(claims).serialize());
        assertRefused(AuthServer.sign(claims, key, JWSAlgorithm.PS256, ACCESS));
    }

    @Test
    void b1_aTokenForAnotherAudienceIssuerOrTimeIsRefused() {
        Date past = Date.from(clock.instant().minusSeconds(120));
        Date future = Date.from(clock.instant().plusSeconds(120));

        assertRefused(signed(claims().audience("https://other.example.org/fhir").build()));
        assertRefused(signed(claims().audience(OURS + "/").build()));
        assertRefused(signed(claims().audience((String) null).build()));
        assertRefused(signed(claims().issuer(server.issuer() + "/").build()));
        assertRefused(signed(claims().issuer(null).build()));
        assertRefused(signed(claims().expirationTime(past).build()));
        assertRefused(signed(claims().expirationTime(null).build()));
        assertRefused(signed(claims().notBeforeTime(future).build()));
    }

    @Test
    void b1_aTokenSignedByAStrangerIsRefused() {
        try (AuthServer other = AuthServer.start()) {
            assertRefused(AuthServer.sign(claims().build(), other.rsaKey("k1"), JWSAlgorithm.RS256, ACCESS));
        }
    }

    @Test
    void aRotatedKeyIsFetchedAndKnownKeysAreNot() {
        admit(signed(claims().build()));
        admit(signed(claims().build()));
        int before = server.fetches();
        RSAKey rotated = server.rsaKey("k2");
        server.publishOnly(rotated);

        assertEquals(
                "app",
                admit(AuthServer.sign(claims().build(), rotated, JWSAlgorithm.RS256, ACCESS))
                        .client());
        assertEquals(1, before);
        assertEquals(2, server.fetches());
        assertRefused(signed(claims().build()));
    }

    @Test
    void b1_inventedKeyIdsDoNotMakeUsAskWithoutEnd() {
        for (int i = 0; i < 20; i++) {
            RSAKey invented = new RSAKey.Builder(key).keyID("invented-" + i).build();
            assertRefused(AuthServer.sign(claims().build(), invented, JWSAlgorithm.RS256, ACCESS));
        }

        assertTrue(server.fetches() <= 3, "fetched " + server.fetches() + " times");
    }

    @Test
    void b1_anIssuerThatIsNotTrustedIsNeverAsked() {
        try (AuthServer other = AuthServer.start()) {
            RSAKey own = other.rsaKey("k1");
            JWTClaimsSet claims = claims().issuer(other.issuer()).build();

            assertRefused(AuthServer.sign(claims, own, JWSAlgorithm.RS256, ACCESS));
            assertEquals(0, other.fetches());
        }
    }

    @Test
    void b1_whatIsNoBearerTokenIsRefused() {
        for (String header : List.of(
                "", "Bearer", "Bearer ", "Basic YTpi", "Bearer a b", "Bearer x", "Bearer \u00e9", "bearer a.b.c")) {
            assertEquals(
                    Kind.UNKNOWN_CALLER,
                    assertThrows(Fault.class, () -> doorkeeper.admit(header)).kind(),
                    header);
        }
    }

    @Test
    void scopesMayBeAListAndPatientsMustBeIds() {
        JWTClaimsSet listed = claims().claim("scope", null)
                .claim("scp", List.of("user/Patient.r", "openid"))
                .build();

        assertEquals(
                List.of("user/Patient.r", "openid"),
                admit(signed(listed)).scopes().words());
        assertRefused(signed(claims().claim("patient", "a/../b").build()));
        assertRefused(signed(claims().claim("patient", "a,b").build()));
    }

    @Test
    void aRefusalSaysNothingOfTheToken() {
        String token = signed(claims().audience("https://other.example.org").build());

        Fault refused = assertThrows(Fault.class, () -> doorkeeper.admit("Bearer " + token));

        assertFalse(refused.getMessage().contains(token.substring(0, 12)));
        assertFalse(refused.getMessage().contains("other.example.org"));
    }

    @Test
    void aTokenThatDoesNotSpeakForItselfIsAskedAbout() throws IOException {
        doorkeeper = asking();
        server.tell(
                "opaque-1",
                "{\"active\":true,\"client_id\":\"app\",\"scope\":\"patient/Patient.r\",\"patient\":\"a\",\"aud\":\""
                        + OURS + "\"}");

        Grant grant = admit("opaque-1");

        assertEquals("app", grant.client());
        assertEquals(Optional.of("a"), grant.patient());
        assertEquals(List.of("Basic ZmFzY2ljbGU6czNjcmV0"), server.credentials());
    }

    @Test
    void b1_aTokenThatItsIssuerDoesNotVouchForIsRefused() throws IOException {
        doorkeeper = asking();
        long past = clock.instant().minusSeconds(5).getEpochSecond();
        server.tell("elsewhere", "{\"active\":true,\"scope\":\"user/*.r\",\"aud\":\"https://other.example.org\"}");
        server.tell("nobodys", "{\"active\":true,\"scope\":\"user/*.r\"}");
        server.tell("over", "{\"active\":true,\"aud\":\"" + OURS + "\",\"exp\":" + past + "}");
        server.tell("broken", "<html>");

        for (String token : List.of("unknown", "elsewhere", "nobodys", "over", "broken")) {
            assertRefused(token);
        }
    }

    @Test
    void b1_whenTheIssuerIsGoneNobodyIsLetIn() throws IOException {
        doorkeeper = asking();
        server.close();

        assertRefused("opaque-1");
    }

    @Test
    void aSignedTokenOfATrustedIssuerIsNotAskedAbout() throws IOException {
        doorkeeper = asking();

        assertEquals("app", admit(signed(claims().build())).client());
        assertEquals(List.of(), server.credentials());
    }

    @Test
    void aSettingsFileThatNamesNobodyIsRefusedWithWhatToWrite() {
        IllegalArgumentException nobody = assertThrows(IllegalArgumentException.class, () -> doorkeeper("{}"));
        IllegalArgumentException misspelt = assertThrows(
                IllegalArgumentException.class,
                () -> doorkeeper(
                        "{\"issuers\":[{\"issuer\":\"https://a.example\",\"keyset\":\"https://a.example/k\"}]}"));
        IllegalArgumentException plain = assertThrows(
                IllegalArgumentException.class,
                () -> doorkeeper(
                        "{\"issuers\":[{\"issuer\":\"https://a.example\",\"keySet\":\"http://a.example/k\"}]}"));

        assertTrue(nobody.getMessage().contains("`issuers` names nobody"), nobody.getMessage());
        assertTrue(misspelt.getMessage().contains("`issuers[0].keySet` is missing"), misspelt.getMessage());
        assertTrue(plain.getMessage().contains("must be an https address"), plain.getMessage());
    }

    private Doorkeeper asking() throws IOException {
        Files.writeString(folder.resolve("secret"), "s3cret\n");
        return doorkeeper("{\"issuers\":[{\"issuer\":\"" + server.issuer() + "\",\"keySet\":\"" + server.base()
                + "/keys\"}],\"introspection\":{\"endpoint\":\"" + server.base()
                + "/introspect\",\"clientId\":\"fascicle\",\"secretFile\":\"secret\"}}");
    }

    private Doorkeeper doorkeeper(String settings) throws IOException {
        Path file = Files.writeString(folder.resolve("issuers.json"), settings);
        return new Doorkeeper(IssuerFile.read(file, OURS, clock).tokens());
    }

    private Grant admit(String token) {
        return doorkeeper.admit("Bearer " + token);
    }

    private void assertRefused(String token) {
        Fault refused = assertThrows(Fault.class, () -> admit(token));
        assertEquals(Kind.UNKNOWN_CALLER, refused.kind());
    }

    private String signed(JWTClaimsSet claims) {
        return AuthServer.sign(claims, key, JWSAlgorithm.RS256, ACCESS);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(server.issuer())
                .audience(OURS)
                .subject("dr")
                .claim("client_id", "app")
                .claim("fhirUser", "Practitioner/dr")
                .claim("patient", "a")
                .claim("scope", "openid patient/Observation.rs")
                .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(5))));
    }
}
