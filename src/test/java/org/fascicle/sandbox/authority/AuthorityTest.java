package org.fascicle.sandbox.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fascicle.oauth.KeptKeys;
import org.fascicle.smart.PracticeSite;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.fascicle.testing.Browser;
import org.fascicle.testing.MovingClock;
import org.fascicle.testing.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client could try with the practice EHR, spoken to directly. */
class AuthorityTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CodeVerifier VERIFIER = new CodeVerifier("0123456789-0123456789-0123456789-0123456789");

    @TempDir
    Path directory;

    private final MovingClock clock = new MovingClock(Instant.now());
    private final Browser browser = Browser.fresh();
    private State state;
    private PracticeSite site;

    @BeforeEach
    void start() {
        state = State.open(StatePlace.at("jdbc:sqlite:" + directory.resolve("state.db")), Optional.empty(), clock);
        site = PracticeSite.start(state, PracticeSite.Kind.ES384, clock);
    }

    @AfterEach
    void stop() {
        site.close();
        state.close();
    }

    @Test
    void theConfigurationIsJsonWhateverIsAccepted() throws IOException {
        Page page = browser.send(HttpRequest.newBuilder(site.at("/fhir/.well-known/smart-configuration"))
                .header("Accept", "application/fhir+xml"));

        JsonNode document = JSON.readTree(page.body());
        assertEquals("application/json", page.header("Content-Type").split(";")[0]);
        assertEquals(
                site.base() + "/authority/token", document.get("token_endpoint").asText());
        assertEquals(
                "[\"S256\"]", document.get("code_challenge_methods_supported").toString());
        assertEquals(site.base() + "/authority", document.get("issuer").asText());
        JsonNode openid = json(browser.get(site.at("/authority/.well-known/openid-configuration")));
        assertEquals(document.get("issuer"), openid.get("issuer"));
        assertEquals(document.get("jwks_uri"), openid.get("jwks_uri"));
    }

    @Test
    void publishedKeysArePublicAndStayTheSameOnEveryNode() throws Exception {
        String keys = browser.get(site.at("/authority/jwks.json")).body();
        assertTrue(JWKSet.parse(keys).getKeys().stream().noneMatch(key -> key.isPrivate()));
        try (PracticeSite other = PracticeSite.start(state, PracticeSite.Kind.ES384, clock)) {
            assertEquals(keys, browser.get(other.at("/authority/jwks.json")).body());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, '', invalid_request",
        "code_challenge, '', invalid_request",
        "code_challenge, short, invalid_request",
        "aud, https://other.example/fhir, invalid_request",
        "aud, '', invalid_request",
        "launch, unknown, invalid_request",
        "scope, system/Patient.r, invalid_scope",
        "scope, '', invalid_scope"
    })
    void aRequestThatIsNotInOrderIsToldToTheClient(String name, String value, String error) {
        Page page = authorize(Map.of(name, value));

        assertTrue(page.location().toString().startsWith(site.base() + "/callback?"), page.header("Location"));
        assertEquals(error, page.redirectParameters().get("error"));
        assertEquals("state-1", page.redirectParameters().get("state"));
        assertEquals(site.base() + "/authority", page.redirectParameters().get("iss"));
    }

    @ParameterizedTest
    @CsvSource({
        "redirect_uri, https://evil.example/callback",
        "redirect_uri, http://localhost/callback",
        "redirect_uri, ''",
        "client_id, nobody",
        "client_id, fascicle-backend"
    })
    void aStrangerIsNotRedirectedAnywhere(String name, String value) {
        Page page = authorize(Map.of(name, value));

        assertEquals(400, page.status());
        assertEquals("", page.header("Location"));
    }

    @Test
    void aLaunchWorksOnce() {
        String launch = launchHandle();

        assertFalse(authorize(Map.of("launch", launch)).header("Location").contains("error="));
        assertTrue(authorize(Map.of("launch", launch)).header("Location").contains("error=invalid_request"));
    }

    @Test
    void aLaunchIsForTheClinicianWhoBeganIt() {
        Page consent = browser.follow(authorize(Map.of("launch", launchHandle())));
        Browser colleague = Browser.fresh();
        colleague.post(site.at("/authority/sign-in"), Map.of("clinician", "dr-2"));

        Page page = colleague.get(consent.address());

        assertEquals(400, page.status());
        assertTrue(page.body().contains("another clinician"), page.body());
    }

    @Test
    void withoutTheVerifierACodeIsWorthNothing() throws IOException {
        assertEquals("invalid_grant", error(redeem(code(), Map.of("code_verifier", "x".repeat(43)))));
        assertNotEquals(200, redeem(code(), Map.of("code_verifier", "")).status());
        assertEquals(200, redeem(code(), Map.of()).status());
    }

    @Test
    void aCodeIsForItsRedirectAddressItsClientAndOneMinute() throws IOException {
        assertEquals("invalid_grant", error(redeem(code(), Map.of("redirect_uri", site.base() + "/other"))));
        assertEquals("invalid_client", error(redeem(code(), Map.of("client_id", "fascicle-secret"))));
        String late = code();
        clock.forward(Duration.ofMinutes(1));
        assertEquals("invalid_grant", error(redeem(late, Map.of())));
    }

    @Test
    void aCodeThatComesTwiceWithdrawsWhatItGranted() throws IOException {
        String code = code();
        JsonNode granted = json(redeem(code, Map.of()));

        assertEquals("invalid_grant", error(redeem(code, Map.of())));
        assertFalse(
                introspect(granted.get("access_token").asText()).get("active").asBoolean());
        assertEquals("invalid_grant", error(refresh(granted.get("refresh_token").asText())));
    }

    @Test
    void aRefreshTokenWorksOnceAndComingTwiceWithdrawsTheGrant() throws IOException {
        String first = json(redeem(code(), Map.of())).get("refresh_token").asText();
        JsonNode renewed = json(refresh(first));
        assertNotEquals(first, renewed.get("refresh_token").asText());

        assertEquals("invalid_grant", error(refresh(first)));
        assertEquals("invalid_grant", error(refresh(renewed.get("refresh_token").asText())));
    }

    @Test
    void introspectionTellsTheContextToAClientWithACredential() throws IOException {
        String token = json(redeem(code(), Map.of())).get("access_token").asText();

        JsonNode told = introspect(token);

        assertTrue(told.get("active").asBoolean());
        assertEquals("p1", told.get("patient").asText());
        assertEquals("fascicle-public", told.get("client_id").asText());
        assertEquals(
                site.base() + "/fhir/Practitioner/dr-1", told.get("fhirUser").asText());
        assertTrue(told.get("scope").asText().contains("patient/Patient.rs"));
        assertEquals(
                401,
                browser.post(site.at("/authority/introspect"), Map.of("token", token, "client_id", "fascicle-public"))
                        .status());
        clock.forward(Duration.ofMinutes(12));
        assertEquals("{\"active\":false}", introspect(token).toString());
    }

    @Test
    void revocationIsForTheTokensOwnClient() throws IOException {
        JsonNode granted = json(redeem(code(), Map.of()));
        String access = granted.get("access_token").asText();

        assertEquals(200, withSecret("/authority/revoke", "token=" + access).status());
        assertTrue(introspect(access).get("active").asBoolean());
        browser.post(
                site.at("/authority/revoke"),
                Map.of("token", granted.get("refresh_token").asText(), "client_id", "fascicle-public"));
        assertFalse(introspect(access).get("active").asBoolean());
    }

    @Test
    void withoutLastingAccessThereIsNoRefreshToken() throws IOException {
        Page consent = browser.follow(authorize(Map.of("launch", launchHandle())));
        Page back = site.allow(browser, consent, Set.of("online_access"));

        JsonNode granted = json(redeem(back.redirectParameters().get("code"), Map.of()));

        assertFalse(granted.has("refresh_token"));
        assertEquals(
                "openid fhirUser launch patient/Patient.rs",
                granted.get("scope").asText());
    }

    @Test
    void aBoxThatWasNotAskedForGrantsNothing() throws IOException {
        Page consent = browser.follow(authorize(Map.of("launch", launchHandle())));
        Page back = browser.post(
                site.at("/authority/consent"),
                "decision=allow&scope=patient/*.cruds&scope=system/*.cruds&request=" + consent.hidden("request"));

        JsonNode granted = json(redeem(back.redirectParameters().get("code"), Map.of()));

        assertEquals("openid fhirUser launch", granted.get("scope").asText());
    }

    @Test
    void aBackendServiceGetsSystemScopesByItsKey() throws Exception {
        JsonNode granted = json(backend(assertion(claims())));

        assertEquals("system/Patient.rs", granted.get("scope").asText());
        JWTClaimsSet claims = site.authority().check(granted.get("access_token").asText());
        assertEquals("fascicle-backend", claims.getSubject());
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
        ECKey stranger = new com.nimbusds.jose.jwk.gen.ECKeyGenerator(com.nimbusds.jose.jwk.Curve.P_384)
                .keyID(key().getKeyID())
                .generate();

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

    @Test
    void anUnknownPathBelowTheAuthorityIsNotFound() {
        assertEquals(404, browser.get(site.at("/authority/nothing")).status());
    }

    @Test
    void signingInLeadsToOurOwnPagesOnly() {
        Page page =
                browser.post(site.at("/authority/sign-in"), Map.of("clinician", "dr-1", "request", "//evil.example"));

        assertEquals(site.base() + "/", page.location().toString());
    }

    private Page authorize(Map<String, String> other) {
        Map<String, String> request = new HashMap<>(Map.of(
                "response_type", "code",
                "client_id", "fascicle-public",
                "redirect_uri", site.base() + "/callback",
                "scope", "openid fhirUser launch online_access patient/Patient.rs",
                "state", "state-1",
                "aud", site.base() + "/fhir",
                "code_challenge",
                        CodeChallenge.compute(CodeChallengeMethod.S256, VERIFIER)
                                .getValue(),
                "code_challenge_method", "S256",
                "launch", "none"));
        request.putAll(other);
        return browser.get(URI.create(site.base() + "/authority/authorize?" + Browser.form(request)));
    }

    /** What the launch button hands out. */
    private String launchHandle() {
        browser.post(site.at("/authority/sign-in"), Map.of("clinician", "dr-1"));
        return browser.post(site.at("/authority/launch"), Map.of("patient", "p1"))
                .redirectParameters()
                .get("launch");
    }

    private String code() {
        Page consent = browser.follow(authorize(Map.of("launch", launchHandle())));
        return site.allow(browser, consent, Set.of()).redirectParameters().get("code");
    }

    private Page redeem(String code, Map<String, String> other) {
        Map<String, String> request = new HashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                site.base() + "/callback",
                "client_id",
                "fascicle-public",
                "code_verifier",
                VERIFIER.getValue()));
        request.putAll(other);
        return browser.post(site.at("/authority/token"), request);
    }

    private Page refresh(String token) {
        return browser.post(
                site.at("/authority/token"),
                Map.of("grant_type", "refresh_token", "refresh_token", token, "client_id", "fascicle-public"));
    }

    private JsonNode introspect(String token) throws IOException {
        return json(withSecret("/authority/introspect", "token=" + token));
    }

    private Page withSecret(String path, String form) {
        String credential = Base64.getEncoder()
                .encodeToString("fascicle-secret:practice-only-secret".getBytes(StandardCharsets.US_ASCII));
        return browser.send(HttpRequest.newBuilder(site.at(path))
                .header("Authorization", "Basic " + credential)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
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

    private static JsonNode json(Page page) throws IOException {
        assertEquals(200, page.status(), page.body());
        return JSON.readTree(page.body());
    }

    private static String error(Page page) throws IOException {
        assertTrue(page.status() == 400 || page.status() == 401, page.body());
        return JSON.readTree(page.body()).get("error").asText();
    }
}
