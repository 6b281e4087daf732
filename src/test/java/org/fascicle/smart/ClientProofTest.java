package org.fascicle.smart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fascicle.smart.ehr.Authentication;
import org.fascicle.smart.ehr.Terms;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientProofTest {
    @TempDir
    Path directory;

    @Test
    void a12_anRs384AssertionIsWhatSmartAsksFor() throws Exception {
        JWK key = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        assertAssertion(key, JWSAlgorithm.RS384);
    }

    @Test
    void a12_anEs384AssertionIsWhatSmartAsksFor() throws Exception {
        JWK key = new ECKeyGenerator(Curve.P_384).keyID("ec-1").generate();
        assertAssertion(key, JWSAlgorithm.ES384);
    }

    private void assertAssertion(JWK key, JWSAlgorithm algorithm) throws Exception {
        Authentication authentication = new Authentication.PrivateKey(() -> List.of(key), algorithm);
        try (ScriptedEhr ehr = ScriptedEhr.start();
                Node node = Node.start(directory, ehr.ehr(authentication, Terms.STANDARD))) {
            Set<String> identifiers = new HashSet<>();
            for (int i = 0; i < 3; i++) {
                Browser browser = Browser.fresh();
                node.comeBack(browser, node.begin(browser, ehr));
                Map<String, String> form = ehr.asked("/token").get(i).form();
                assertEquals(
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form.get("client_assertion_type"));
                SignedJWT assertion = SignedJWT.parse(form.get("client_assertion"));
                check(assertion, ehr, algorithm);
                verify(assertion, node);
                identifiers.add(assertion.getJWTClaimsSet().getJWTID());
            }
            assertEquals(3, identifiers.size(), "each jti is its own");
        }
    }

    private static void check(SignedJWT assertion, ScriptedEhr ehr, JWSAlgorithm algorithm) throws Exception {
        assertEquals(algorithm, assertion.getHeader().getAlgorithm());
        assertEquals("JWT", assertion.getHeader().getType().getType());
        assertEquals(ScriptedEhr.CLIENT, assertion.getJWTClaimsSet().getIssuer());
        assertEquals(ScriptedEhr.CLIENT, assertion.getJWTClaimsSet().getSubject());
        assertEquals(
                List.of(ehr.origin() + "/token"), assertion.getJWTClaimsSet().getAudience());
        Instant expires = assertion.getJWTClaimsSet().getExpirationTime().toInstant();
        assertTrue(expires.isBefore(Instant.now().plus(Duration.ofMinutes(5))));
    }

    /** With the key that we publish, found by its id, and nothing private in it. */
    private static void verify(SignedJWT assertion, Node node) throws Exception {
        Page published = Browser.fresh().get(assertion.getHeader().getJWKURL());
        assertEquals(node.base + "/.well-known/jwks.json", published.address().toString());
        assertEquals("application/json", published.header("Content-Type").split(";")[0]);
        assertTrue(published.header("Cache-Control").contains("max-age"));
        JWK key = JWKSet.parse(published.body())
                .getKeyByKeyId(assertion.getHeader().getKeyID());
        assertFalse(key.isPrivate());
        JWSVerifier verifier = new DefaultJWSVerifierFactory()
                .createJWSVerifier(assertion.getHeader(), ((AsymmetricJWK) key).toPublicKey());
        assertTrue(assertion.verify(verifier));
    }

    @Test
    void aSecretGoesInTheHeaderAndNowhereElse() {
        Authentication secret = new Authentication.Secret("s3cret");
        try (ScriptedEhr ehr = ScriptedEhr.start();
                Node node = Node.start(directory, ehr.ehr(secret, Terms.STANDARD))) {
            Browser browser = Browser.fresh();
            node.comeBack(browser, node.begin(browser, ehr));

            ScriptedEhr.Asked asked = ehr.asked("/token").get(0);
            String basic = Base64.getEncoder()
                    .encodeToString((ScriptedEhr.CLIENT + ":s3cret").getBytes(StandardCharsets.US_ASCII));
            assertEquals("Basic " + basic, asked.header("Authorization"));
            assertFalse(asked.body().contains("s3cret"));
            assertFalse(secret.toString().contains("s3cret"));
        }
    }

    @Test
    void aPublicClientNamesItself() {
        try (ScriptedEhr ehr = ScriptedEhr.start();
                Node node = Node.start(directory, ehr.ehr())) {
            Browser browser = Browser.fresh();
            node.comeBack(browser, node.begin(browser, ehr));

            ScriptedEhr.Asked asked = ehr.asked("/token").get(0);
            assertEquals(ScriptedEhr.CLIENT, asked.form().get("client_id"));
            assertEquals("", asked.header("Authorization"));
        }
    }
}
