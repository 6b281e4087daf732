package org.fascicle.sandbox.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fascicle.smart.PracticeSite;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.fascicle.testing.Browser;
import org.fascicle.testing.MovingClock;
import org.fascicle.testing.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A client of the practice EHR that speaks to it directly, without Fascicle between. */
abstract class AuthorityScene {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final CodeVerifier VERIFIER = new CodeVerifier("0123456789-0123456789-0123456789-0123456789");

    @TempDir
    Path directory;

    final MovingClock clock = new MovingClock(Instant.now());
    final Browser browser = Browser.fresh();
    State state;
    PracticeSite site;

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

    Page authorize(Map<String, String> other) {
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
    String launchHandle() {
        browser.post(site.at("/authority/sign-in"), Map.of("clinician", "dr-1"));
        return browser.post(site.at("/authority/launch"), Map.of("patient", "p1"))
                .redirectParameters()
                .get("launch");
    }

    String code() {
        Page consent = browser.follow(authorize(Map.of("launch", launchHandle())));
        return site.allow(browser, consent, Set.of()).redirectParameters().get("code");
    }

    Page redeem(String code, Map<String, String> other) {
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

    Page refresh(String token) {
        return browser.post(
                site.at("/authority/token"),
                Map.of("grant_type", "refresh_token", "refresh_token", token, "client_id", "fascicle-public"));
    }

    JsonNode introspect(String token) throws IOException {
        return json(withSecret("/authority/introspect", "token=" + token));
    }

    Page withSecret(String path, String form) {
        String credential = Base64.getEncoder()
                .encodeToString("fascicle-secret:practice-only-secret".getBytes(StandardCharsets.US_ASCII));
        return browser.send(HttpRequest.newBuilder(site.at(path))
                .header("Authorization", "Basic " + credential)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    static JsonNode json(Page page) throws IOException {
        assertEquals(200, page.status(), page.body());
        return JSON.readTree(page.body());
    }

    static String error(Page page) throws IOException {
        assertTrue(page.status() == 400 || page.status() == 401, page.body());
        return JSON.readTree(page.body()).get("error").asText();
    }
}
