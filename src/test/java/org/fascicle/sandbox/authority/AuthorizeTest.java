package org.fascicle.sandbox.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Map;
import org.fascicle.smart.PracticeSite;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorizeTest extends AuthorityScene {
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
    void anUnknownPathBelowTheAuthorityIsNotFound() {
        assertEquals(404, browser.get(site.at("/authority/nothing")).status());
    }

    @Test
    void signingInLeadsToOurOwnPagesOnly() {
        Page page =
                browser.post(site.at("/authority/sign-in"), Map.of("clinician", "dr-1", "request", "//evil.example"));

        assertEquals(site.base() + "/", page.location().toString());
    }
}
