package org.fascicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.fascicle.testing.SelfSigned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdmissionTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void connectedModeNamesAllThatIsMissing() {
        String said = refused(Map.of("FASCICLE_MODE", "connected"));

        assertTrue(said.contains("`FASCICLE_MODE` is `connected`"), said);
        assertTrue(said.contains("`FASCICLE_ISSUERS`"), said);
        assertTrue(said.contains("`FASCICLE_BASE_URL`"), said);
        assertTrue(said.contains("`FASCICLE_TLS_CERTIFICATE`"), said);
        assertTrue(said.contains("`FASCICLE_TLS_KEY`"), said);
        assertTrue(said.contains("`FASCICLE_TRUSTED_PROXY`"), said);
    }

    @Test
    void connectedModeNeedsTlsOfItsOwnOrAProxyWhereItEnds() throws Exception {
        Map<String, String> inTheClear = new HashMap<>(connected());
        inTheClear.remove("FASCICLE_TRUSTED_PROXY");
        Path certificate = folder.resolve("server.crt");
        Path key = folder.resolve("server.key");
        SelfSigned own = SelfSigned.make(folder, "EC");
        own.writeTo(certificate, key);
        Map<String, String> byTls = new HashMap<>(inTheClear);
        byTls.put("FASCICLE_TLS_CERTIFICATE", certificate.toString());
        byTls.put("FASCICLE_TLS_KEY", key.toString());

        String said = refused(inTheClear);
        assertTrue(said.contains("`FASCICLE_TLS_CERTIFICATE`") && said.contains("`FASCICLE_TRUSTED_PROXY`"), said);
        try (Serving serving = Serving.start(settings(byTls), Clock.systemUTC())) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("https://localhost:" + byTls.get("FASCICLE_PORT") + "/fhir/Patient"))
                    .build();
            HttpClient client = HttpClient.newBuilder().sslContext(own.trust()).build();

            assertEquals("https://fascicle.example.org", serving.base().toString());
            assertEquals(401, client.send(request, BodyHandlers.ofString()).statusCode());
        }
    }

    @Test
    void aCertificateWithoutItsKeyIsNamed() {
        String said = assertThrows(
                        IllegalArgumentException.class,
                        () -> settings(Map.of("FASCICLE_TLS_CERTIFICATE", "server.crt")))
                .getMessage();

        assertTrue(said.contains("`FASCICLE_TLS_KEY`"), said);
    }

    @Test
    void connectedModeNeedsAPublicAddressOfHttps() throws IOException {
        String said = refused(Map.of(
                "FASCICLE_MODE", "connected",
                "FASCICLE_ISSUERS", issuers().toString(),
                "FASCICLE_BASE_URL", "http://fascicle.example.org"));

        assertTrue(said.contains("`FASCICLE_BASE_URL`"), said);
    }

    @Test
    void theSandboxRefusesAnAddressThatOthersReach() {
        String said = refused(Map.of("FASCICLE_HOST", "0.0.0.0"));

        assertTrue(said.contains("`FASCICLE_HOST` is `0.0.0.0`"), said);
        assertTrue(said.contains("`FASCICLE_ISSUERS`"), said);
    }

    @Test
    void theSandboxLetsThisMachineInWithoutAToken() throws Exception {
        int port = freePort();
        try (Serving serving = Serving.start(settings(Map.of("FASCICLE_PORT", "" + port)), Clock.systemUTC())) {
            assertEquals(200, get(serving.base() + "/fhir/Patient").statusCode());
            assertEquals(
                    401,
                    get(serving.base() + "/fhir/Patient", "Authorization", "Bearer x.y.z")
                            .statusCode());
        }
    }

    @Test
    void b1_connectedModeLetsNobodyInWithoutATokenAndHasNoPracticeEhr() throws Exception {
        int port = freePort();
        Map<String, String> connected = Map.of(
                "FASCICLE_MODE",
                "connected",
                "FASCICLE_ISSUERS",
                issuers().toString(),
                "FASCICLE_BASE_URL",
                "https://fascicle.example.org",
                "FASCICLE_TRUSTED_PROXY",
                "127.0.0.1",
                "FASCICLE_PORT",
                "" + port);
        try (Serving serving = Serving.start(settings(connected), Clock.systemUTC())) {
            String here = "http://127.0.0.1:" + port;

            HttpResponse<String> refused = get(here + "/fhir/Patient");
            HttpResponse<String> configuration = get(here + "/fhir/.well-known/smart-configuration");

            assertEquals("https://fascicle.example.org", serving.base().toString());
            assertEquals(401, refused.statusCode());
            assertEquals(
                    "Bearer realm=\"fascicle\"",
                    refused.headers().firstValue("WWW-Authenticate").orElse(""));
            assertEquals(200, get(here + "/fhir/metadata").statusCode());
            assertEquals(200, get(here + "/fhir/Questionnaire").statusCode());
            assertTrue(
                    configuration.body().contains("\"token_endpoint\":\"https://auth.example.org/token\""),
                    configuration.body());
            assertEquals(404, get(here + "/authority/authorize").statusCode());
        }
    }

    @Test
    void theSandboxBeyondThisMachineNeedsATokenAndHasNoPracticeEhr() throws Exception {
        int port = freePort();
        Map<String, String> open = Map.of(
                "FASCICLE_HOST",
                "0.0.0.0",
                "FASCICLE_ISSUERS",
                issuers().toString(),
                "FASCICLE_BASE_URL",
                "https://fascicle.example.org",
                "FASCICLE_TRUSTED_PROXY",
                "127.0.0.1",
                "FASCICLE_PORT",
                "" + port);
        try (Serving serving = Serving.start(settings(open), Clock.systemUTC())) {
            assertEquals("https://fascicle.example.org", serving.base().toString());
            assertEquals(401, get("http://127.0.0.1:" + port + "/fhir/Patient").statusCode());
            assertEquals(
                    404,
                    get("http://127.0.0.1:" + port + "/authority/authorize").statusCode());
        }
    }

    private String refused(Map<String, String> environment) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> Serving.start(settings(environment), Clock.systemUTC())
                                .close())
                .getMessage();
    }

    private Settings settings(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("FASCICLE_STORE", "jdbc:sqlite:" + folder.resolve("fascicle.db"));
        return Settings.from(all);
    }

    private Map<String, String> connected() throws IOException {
        return Map.of(
                "FASCICLE_MODE",
                "connected",
                "FASCICLE_ISSUERS",
                issuers().toString(),
                "FASCICLE_BASE_URL",
                "https://fascicle.example.org",
                "FASCICLE_TRUSTED_PROXY",
                "127.0.0.1",
                "FASCICLE_PORT",
                "" + freePort());
    }

    private Path issuers() throws IOException {
        return Files.writeString(
                folder.resolve("issuers.json"),
                "{\"issuers\":[{\"issuer\":\"https://auth.example.org\",\"keySet\":\"https://auth.example.org/keys\"}],"
                        + "\"tokenEndpoint\":\"https://auth.example.org/token\"}");
    }

    private static HttpResponse<String> get(String address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        return HTTP.send(
                headers.length == 0 ? request.build() : request.headers(headers).build(), BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
