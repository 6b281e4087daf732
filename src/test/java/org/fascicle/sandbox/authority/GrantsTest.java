package org.fascicle.sandbox.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.fascicle.testing.Page;
import org.junit.jupiter.api.Test;

class GrantsTest extends AuthorityScene {
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
}
