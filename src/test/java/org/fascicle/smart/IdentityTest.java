package org.fascicle.smart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Function;
import org.fascicle.testing.Page;
import org.junit.jupiter.api.Test;

class IdentityTest extends LaunchScene {

    @Test
    void a11_theClinicianIsWhoTheSignedTokenSays() {
        Launch launch = node.launchOf(
                browser, launchWith(nonce -> ehr.signed(ehr.identity(nonce).build())));

        assertEquals("Practitioner/dr-1", launch.user().orElseThrow().reference());
        assertEquals("Dr. One", launch.user().orElseThrow().name().orElseThrow());
        assertTrue(launch.user().orElseThrow().isPractitioner());
    }

    @Test
    void a11_anUnsignedTokenIsRefused() {
        assertRefused(nonce -> new PlainJWT(ehr.identity(nonce).build()).serialize());
    }

    @Test
    void a11_aTokenSignedWithThePublicKeyAsASecretIsRefused() {
        assertRefused(nonce -> signedWithSecret(ehr.identity(nonce).build()));
    }

    @Test
    void a11_aTokenForAnotherClientIsRefused() {
        assertRefused(nonce -> ehr.signed(ehr.identity(nonce).audience("other").build()));
    }

    @Test
    void a11_aTokenOfAnotherIssuerIsRefused() {
        assertRefused(nonce ->
                ehr.signed(ehr.identity(nonce).issuer("https://evil.example").build()));
    }

    @Test
    void a11_aTokenWithAnotherNonceIsRefused() {
        assertRefused(nonce -> ehr.signed(ehr.identity("other").build()));
        assertRefused(nonce -> ehr.signed(ehr.identity(null).build()));
    }

    @Test
    void a11_anExpiredTokenIsRefused() {
        Date longAgo = Date.from(Instant.now().minusSeconds(600));
        assertRefused(
                nonce -> ehr.signed(ehr.identity(nonce).expirationTime(longAgo).build()));
    }

    @Test
    void a11_aTokenIssuedInTheFutureIsRefused() {
        Date later = Date.from(Instant.now().plusSeconds(600));
        assertRefused(nonce -> ehr.signed(ehr.identity(nonce).issueTime(later).build()));
    }

    @Test
    void a11_aTokenSignedByAStrangerUnderAKnownKeyIdIsRefused() {
        RSAKey stranger = ScriptedEhr.rsa(ehr.key.getKeyID());
        assertRefused(nonce -> ScriptedEhr.signed(ehr.identity(nonce).build(), stranger));
    }

    @Test
    void a11_aTokenChangedAfterSigningIsRefused() {
        assertRefused(nonce -> {
            String[] honest = ehr.signed(ehr.identity(nonce).build()).split("\\.");
            String[] other =
                    ehr.signed(ehr.identity(nonce).subject("dr-2").build()).split("\\.");
            return honest[0] + '.' + other[1] + '.' + honest[2];
        });
    }

    @Test
    void a11_whatIsNoTokenIsRefused() {
        assertRefused(nonce -> "not.a.token");
    }

    @Test
    void a11_anUnknownKeyIdIsLookedUpAgainSinceKeysRotate() {
        assertEquals(
                303,
                launchWith(nonce -> ehr.signed(ehr.identity(nonce).build())).status());
        RSAKey before = ehr.key;
        ehr.key = ScriptedEhr.rsa("rotated");

        assertEquals(
                303,
                launchWith(nonce -> ehr.signed(ehr.identity(nonce).build())).status());
        assertRefused(nonce -> ScriptedEhr.signed(ehr.identity(nonce).build(), before));
    }

    @Test
    void a11_inventedKeyIdsDoNotMakeUsAskWithoutEnd() {
        for (int i = 0; i < 6; i++) {
            RSAKey invented = new RSAKey.Builder(ehr.key).keyID("invented-" + i).build();
            assertRefused(nonce -> ScriptedEhr.signed(ehr.identity(nonce).build(), invented));
        }

        assertTrue(
                ehr.asked("/jwks").size() <= 3,
                () -> "asked " + ehr.asked("/jwks").size() + " times");
    }

    @Test
    void a11_keysThatCannotBeHadMakeNoClinician() {
        ehr.on("/jwks", exchange -> ScriptedEhr.send(exchange, 500, ""));
        assertRefused(nonce -> ehr.signed(ehr.identity(nonce).build()));
    }

    @Test
    void a11_aReferenceOfNoKnownKindNamesNobody() {
        Page opened = launchWith(nonce -> ehr.signed(
                ehr.identity(nonce).claim("fhirUser", "javascript:alert(1)").build()));

        assertTrue(node.launchOf(browser, opened).user().isEmpty());
    }

    @Test
    void withoutAnIdentityTokenNobodyIsNamed() {
        assertTrue(node.launchOf(browser, launch()).user().isEmpty());
    }

    private void assertRefused(Function<String, String> token) {
        Page page = launchWith(token);

        assertEquals(502, page.status(), page.header("Location"));
        assertTrue(page.body().contains("`id_token`"), page.body());
    }

    /** @param token makes the identity token for a nonce */
    private Page launchWith(Function<String, String> token) {
        Page begun = begin();
        Map<String, String> request = begun.redirectParameters();
        ehr.tokens.put("id_token", token.apply(request.get("nonce")));
        return node.comeBack(browser, begun);
    }

    private String signedWithSecret(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(ehr.key.getKeyID())
                            .build(),
                    claims);
            token.sign(new MACSigner(ehr.key.toPublicKey().getEncoded()));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
