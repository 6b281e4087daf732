package org.fascicle.smart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.fascicle.smart.ehr.Authentication;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.testing.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest extends LaunchScene {
    private static final String DOCUMENT = "/fhir/.well-known/smart-configuration";

    @Override
    Ehr registered() {
        return ehr.ehr(new Authentication.None(), ScriptedEhr.timeout(Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example/x",
                "//evil.example/x",
                "http://localhost:1/x",
                "http://ehr@localhost:{port}/x",
                "http://localhost:{port}/x#fragment",
                "http://127.0.0.1:{port}/x",
                "https://localhost:{port}x/x",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "not an address",
                "/a/../../x",
                ""
            })
    void a3_anEndpointBeyondTheRegisteredHostsIsRefused(String endpoint) {
        for (String name : new String[] {"authorization_endpoint", "token_endpoint"}) {
            String good = ehr.configuration.get(name).asText();
            ehr.configuration.put(name, endpoint.replace("{port}", "" + ehr.port()));

            Page page = begin();

            assertEquals(502, page.status(), name);
            assertTrue(page.body().contains("`" + name + "`"), page.body());
            ehr.configuration.put(name, good);
        }
    }

    @Test
    void a3_aKeySetOnAnotherHostIsRefused() {
        ehr.configuration.put("jwks_uri", "https://evil.example/jwks");

        assertEquals(502, begin().status());
    }

    @Test
    void a3_relativeEndpointsStandBelowTheFhirBase() {
        ehr.configuration.put("authorization_endpoint", "auth/authorize");

        assertTrue(begin().location().toString().startsWith(ehr.fhirBase() + "/auth/authorize?"));
    }

    @Test
    void a3_anEndlessDocumentIsCutOff() {
        ehr.on(DOCUMENT, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 160; i++) {
                exchange.getResponseBody().write(part);
            }
            exchange.close();
        });

        Page page = begin();

        assertEquals(504, page.status());
        assertTrue(page.body().contains("longer than"), page.body());
    }

    @Test
    void a3_aDocumentThatDripsIsNotWaitedFor() {
        ehr.on(DOCUMENT, DiscoveryTest::drip);
        long start = System.nanoTime();

        Page page = begin();

        assertEquals(504, page.status());
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 5_000);
    }

    private static void drip(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try {
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                Thread.sleep(100);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><html></html>", "[]", "null", "", "\"text\"", "{\"a\":"})
    void a3_aDocumentThatIsNoJsonObjectIsRefused(String document) {
        ehr.on(DOCUMENT, exchange -> ScriptedEhr.send(exchange, 200, document));

        assertEquals(502, begin().status());
    }

    @Test
    void a3_aServerThatMayNotKnowS256IsRefused() {
        ehr.configuration.putArray("code_challenge_methods_supported").add("plain");

        Page page = begin();

        assertEquals(502, page.status());
        assertTrue(page.body().contains("`S256`"));
    }

    @Test
    void aGoodDocumentIsAskedForOnceABadOneEachTime() {
        ehr.on(DOCUMENT, exchange -> ScriptedEhr.send(exchange, 503, "{}"));
        begin();
        ehr.on(DOCUMENT, exchange -> ScriptedEhr.send(exchange, 200, ehr.configuration.toString()));
        begin();
        begin();

        assertEquals(2, ehr.asked(DOCUMENT).size());
        assertEquals("application/json", ehr.asked(DOCUMENT).get(0).header("Accept"));
    }

    @Test
    void whatIsAskedForIsTheLeastThatTheFeaturesTake() {
        String scope = begin().redirectParameters().get("scope");

        assertTrue(scope.startsWith("openid fhirUser launch patient/Patient.r patient/Encounter.r "), scope);
        assertTrue(scope.contains(" patient/QuestionnaireResponse.crus "), scope);
        assertTrue(scope.contains(" patient/ServiceRequest.crus "), scope);
        assertTrue(scope.endsWith("|survey patient/DocumentReference.crus"), scope);
        assertFalse(scope.contains("*."), scope);
        assertFalse(scope.contains("offline_access"), scope);
    }

    @Test
    void aServerOfSmart1IsAskedInItsWords() {
        ehr.configuration.putArray("capabilities").add("permission-v1").add("permission-online");

        String scope = begin().redirectParameters().get("scope");

        assertTrue(scope.startsWith("openid fhirUser launch online_access patient/Patient.read "), scope);
        assertTrue(scope.contains(" patient/RiskAssessment.read patient/RiskAssessment.write "), scope);
        assertFalse(scope.contains(".crus"), scope);
    }
}
