package org.fascicle.cdshooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallersTest {
    private static final UnaryOperator<JWSHeader.Builder> USUAL = header -> header;

    @TempDir
    Path folder;

    private CardScene scene;
    private String address;

    @BeforeEach
    void start() {
        scene = new CardScene(folder);
        scene.store(Charted.patient("p1"));
        address = scene.service("fasciculation-patient-view");
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void aTokenForThisServiceHoldsWhateverTheRecommendedAlgorithm() {
        assertEquals(200, call(scene.signer.token(address)));
        assertEquals(200, call(scene.rsa.token(address)));
    }

    @Test
    void aTokenForSeveralAudiencesHoldsWhenOneIsThisService() {
        assertEquals(
                200,
                call(scene.signer.token(
                        address, USUAL, claims -> claims.audience(List.of("https://other.example", address)))));
    }

    @Test
    void e1WithoutATokenNobodyIsAnswered() {
        HttpResponse<String> answer = post(Optional.empty());
        assertEquals(401, answer.statusCode());
        assertEquals("Bearer", answer.headers().firstValue("WWW-Authenticate").orElse(""));
        assertEquals(401, call("not-a-token"));
        assertEquals(401, call(""));
    }

    @Test
    void e1AnUnsignedTokenIsRefused() {
        assertEquals(401, call(new PlainJWT(claims(address)).serialize()));
    }

    @Test
    void e1ATokenSignedWithASharedSecretIsRefused() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(scene.rsa.publicKey().getKeyID())
                        .build(),
                claims(address));
        token.sign(
                new MACSigner(scene.rsa.publicKey().toJSONString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertEquals(401, call(token.serialize()));
    }

    @Test
    void e1ATokenOfAnAlgorithmThatIsNotListedIsRefused() {
        assertEquals(401, call(scene.unlisted.token(address)));
    }

    @Test
    void e1ATokenForAnotherAddressIsRefused() {
        assertEquals(401, call(scene.signer.token(scene.service("fasciculation-order-sign"))));
        assertEquals(401, call(scene.signer.token(scene.base() + "/cds-services")));
        assertEquals(401, call(scene.signer.token(address + "/")));
        assertEquals(401, call(scene.signer.token(address + "/feedback")));
    }

    @Test
    void e1AnExpiredTokenIsRefused() {
        Date past = Date.from(scene.clock.instant().minus(Duration.ofMinutes(5)));
        assertEquals(401, call(scene.signer.token(address, USUAL, claims -> claims.expirationTime(past))));
    }

    @Test
    void e1ATokenThatLivesLongOrForEverIsRefused() {
        Date late = Date.from(scene.clock.instant().plus(Duration.ofHours(1)));
        assertEquals(401, call(scene.signer.token(address, USUAL, claims -> claims.expirationTime(late))));
        assertEquals(401, call(scene.signer.token(address, USUAL, claims -> claims.expirationTime(null))));
    }

    @Test
    void e1ATokenOfTheFutureOrOfNoTimeIsRefused() {
        Date future = Date.from(scene.clock.instant().plus(Duration.ofMinutes(3)));
        assertEquals(401, call(scene.signer.token(address, USUAL, claims -> claims.issueTime(future))));
        assertEquals(401, call(scene.signer.token(address, USUAL, claims -> claims.issueTime(null))));
    }

    @Test
    void e1ATokenIsGoodForOneCall() {
        String token = scene.signer.token(address);
        assertEquals(200, call(token));
        assertEquals(401, call(token));
        assertEquals(401, call(scene.signer.token(address, USUAL, claims -> claims.jwtID(null))));
    }

    @Test
    void e1ATokenSignedWithAStrangersKeyIsRefused() {
        assertEquals(401, call(new Signer(scene.clock, JWSAlgorithm.ES384).token(address)));
    }

    @Test
    void aTokenThatIsNotSaidToBeOneIsRefused() {
        assertEquals(
                401,
                call(scene.signer.token(
                        address, header -> header.type(new JOSEObjectType("at+jwt")), claims -> claims)));
    }

    @Test
    void e2AnIssuerThatIsNotRegisteredCausesNoRequestAtAll() {
        for (String issuer : List.of("https://evil.example", "https://EHR.example.org", Signer.ISSUER + "/", "")) {
            assertEquals(401, call(scene.signer.token(address, USUAL, claims -> claims.issuer(issuer))));
        }
        assertEquals(401, call(scene.signer.token(address, USUAL, claims -> claims.issuer(null))));
        assertEquals(0, scene.keysAsked.get());
    }

    @Test
    void e2KeysThatAreNotTheRegisteredOnesAreNeverAskedFor() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI jku = URI.create("http://localhost:" + listening.getLocalPort() + "/keys");
            assertEquals(401, call(scene.signer.token(address, header -> header.jwkURL(jku), claims -> claims)));
            listening.setSoTimeout(200);
            assertTrue(nobodyConnected(listening));
        }
        assertEquals(0, scene.keysAsked.get());
    }

    @Test
    void theRegisteredKeysMayBeNamed() {
        URI jku = URI.create(scene.base() + "/ehr/keys");
        assertEquals(200, call(scene.signer.token(address, header -> header.jwkURL(jku), claims -> claims)));
    }

    @Test
    void feedbackNeedsATokenOfItsOwn() {
        String feedback = address + "/feedback";
        assertEquals(
                401,
                scene.post(feedback, "{}", Optional.of(scene.signer.token(address)))
                        .statusCode());
        assertEquals(
                400,
                scene.post(feedback, "{}", Optional.of(scene.signer.token(feedback)))
                        .statusCode());
    }

    @Test
    void aBrowserPageOfARegisteredOriginMayCallAndNoOther() {
        HttpResponse<String> allowed = preflight(CardScene.EHR_ORIGIN);
        assertEquals(204, allowed.statusCode());
        assertEquals(
                CardScene.EHR_ORIGIN,
                allowed.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        assertTrue(allowed.headers()
                .firstValue("Access-Control-Allow-Headers")
                .orElse("")
                .contains("Authorization"));
        for (String origin : List.of("https://evil.example", CardScene.EHR_ORIGIN + ".evil.example", "null")) {
            HttpResponse<String> refused = preflight(origin);
            assertEquals(403, refused.statusCode());
            assertTrue(
                    refused.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
        }
    }

    private HttpResponse<String> preflight(String origin) {
        return scene.send(HttpRequest.newBuilder(URI.create(address))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .build());
    }

    private static boolean nobodyConnected(ServerSocket listening) throws IOException {
        try {
            listening.accept().close();
            return false;
        } catch (SocketTimeoutException nobody) {
            return true;
        }
    }

    private JWTClaimsSet claims(String audience) {
        return new JWTClaimsSet.Builder()
                .issuer(Signer.ISSUER)
                .audience(audience)
                .issueTime(Date.from(scene.clock.instant()))
                .expirationTime(Date.from(scene.clock.instant().plus(Duration.ofMinutes(4))))
                .jwtID(UUID.randomUUID().toString())
                .build();
    }

    private int call(String token) {
        return post(Optional.of(token)).statusCode();
    }

    private HttpResponse<String> post(Optional<String> token) {
        return scene.post(address, scene.request("patient-view", "p1").toString(), token);
    }
}
