package org.fascicle.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.fascicle.testing.SelfSigned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void itAnswersByTheCertificateInTheFiles(String algorithm) throws Exception {
        SelfSigned own = SelfSigned.make(folder, algorithm);
        own.writeTo(files().certificate(), files().key());
        try (Listener listener = listen()) {
            HttpResponse<String> answer = ask(listener, own);

            assertEquals(404, answer.statusCode());
            assertEquals("TLSv1.3", answer.sslSession().orElseThrow().getProtocol());
        }
    }

    @Test
    void whoTrustsAnotherCertificateDoesNotSpeakToIt() throws Exception {
        SelfSigned.make(folder, "EC").writeTo(files().certificate(), files().key());
        try (Listener listener = listen()) {
            assertThrows(SSLException.class, () -> ask(listener, SelfSigned.make(folder, "EC")));
        }
    }

    @Test
    void aRenewedCertificateIsShownWithoutARestart() throws Exception {
        SelfSigned old = SelfSigned.make(folder, "EC");
        SelfSigned renewed = SelfSigned.make(folder, "RSA");
        old.writeTo(files().certificate(), files().key());
        try (Listener listener = listen()) {
            assertEquals(404, ask(listener, old).statusCode());
            renewed.writeTo(files().certificate(), files().key());

            assertEquals(404, askUntilTrusted(listener, renewed).statusCode());
        }
    }

    @Test
    void aHalfReplacedPairLeavesTheLastOneInForce() throws Exception {
        SelfSigned old = SelfSigned.make(folder, "EC");
        old.writeTo(files().certificate(), files().key());
        try (Listener listener = listen()) {
            SelfSigned.make(folder, "EC").writeTo(files().certificate(), folder.resolve("not yet in place"));
            Thread.sleep(Duration.ofSeconds(5).toMillis());

            assertEquals(404, ask(listener, old).statusCode());
        }
    }

    @Test
    void aKeyOfAnotherCertificateStopsTheStart() throws Exception {
        SelfSigned.make(folder, "EC").writeTo(files().certificate(), folder.resolve("its.key"));
        SelfSigned.make(folder, "EC").writeTo(folder.resolve("its.crt"), files().key());

        assertTrue(refusal().contains("is not the key of"), refusal());
    }

    @Test
    void aKeyThatIsNotPkcs8IsToldHowToBecomeIt() throws Exception {
        SelfSigned.make(folder, "EC").writeTo(files().certificate(), files().key());
        Files.writeString(files().key(), "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n");

        assertTrue(refusal().contains("openssl pkcs8 -topk8 -nocrypt"), refusal());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertTrue(refusal().contains("server.crt"), refusal());
    }

    private String refusal() {
        return assertThrows(IllegalArgumentException.class, () -> listen().close())
                .getMessage();
    }

    private PemFiles files() {
        return new PemFiles(folder.resolve("server.crt"), folder.resolve("server.key"));
    }

    private Listener listen() {
        return Listener.start("127.0.0.1", 0, Optional.of(files()), (context, port) -> {});
    }

    /** A client of its own each time: it would go on with a connection it has. */
    private static HttpResponse<String> ask(Listener listener, SelfSigned trusted) throws Exception {
        URI address = URI.create("https://localhost:" + listener.port() + "/");
        return HttpClient.newBuilder()
                .sslContext(trusted.trust())
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> askUntilTrusted(Listener listener, SelfSigned renewed) throws Exception {
        Instant end = Instant.now().plus(LONG);
        while (true) {
            try {
                return ask(listener, renewed);
            } catch (IOException notYet) {
                if (Instant.now().isAfter(end)) {
                    throw notYet;
                }
                Thread.sleep(200);
            }
        }
    }
}
