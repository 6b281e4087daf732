package org.fascicle.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardsTest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Sender NO_PROXY = new Sender(Set.of());

    private final CountDownLatch arrived = new CountDownLatch(2);
    private final CountDownLatch go = new CountDownLatch(1);
    private Listener listener;

    @AfterEach
    void stop() {
        listener.close();
    }

    @Test
    void d4_everyAnswerTellsBrowsersToDoNothingWithIt() throws Exception {
        start(new Guards(true, NO_PROXY, Optional.empty(), 10, Set.of()));

        for (String path : new String[] {"/fhir/here", "/nowhere", "/health/live"}) {
            HttpResponse<String> answer = get(path);
            assertEquals("nosniff", header(answer, "X-Content-Type-Options"), path);
            assertEquals("no-referrer", header(answer, "Referrer-Policy"), path);
            assertEquals("default-src 'none'; frame-ancestors 'none'", header(answer, "Content-Security-Policy"), path);
            assertEquals("max-age=31536000", header(answer, "Strict-Transport-Security"), path);
            assertFalse(
                    answer.headers().map().toString().toLowerCase(Locale.ROOT).contains("jetty"));
        }
    }

    @Test
    void d4_nobodyIsSentBackWhatTheySent() throws Exception {
        start(new Guards(false, NO_PROXY, Optional.empty(), 10, Set.of()));

        for (String path : new String[] {"/fhir/here", "/nowhere", "/health/live"}) {
            String answer = raw("TRACE " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer secret\r\n"
                    + "Connection: close\r\n\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 405 "), answer);
            assertFalse(answer.contains("secret"), answer);
        }
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", listener.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void b9_onlyTheOriginsOnTheListGetToSeeAnswers() throws Exception {
        start(new Guards(false, NO_PROXY, Optional.empty(), 10, Set.of("https://app.example.org")));

        HttpResponse<String> listed = get("/fhir/here", "Origin", "https://app.example.org");
        HttpResponse<String> another = get("/fhir/here", "Origin", "https://app.example.org.evil.example");
        HttpResponse<String> nowhere = get("/fhir/here", "Origin", "null");

        assertEquals("https://app.example.org", header(listed, "Access-Control-Allow-Origin"));
        assertEquals("", header(another, "Access-Control-Allow-Origin"));
        assertEquals("", header(nowhere, "Access-Control-Allow-Origin"));
        assertEquals("", header(listed, "Access-Control-Allow-Credentials"));
        assertEquals("Origin", header(another, "Vary"));
    }

    @Test
    void b9_aPreflightIsAnsweredForTheOriginsOnTheListAlone() throws Exception {
        start(new Guards(false, NO_PROXY, Optional.empty(), 10, Set.of("https://app.example.org")));

        assertEquals(204, preflight("https://app.example.org").statusCode());
        assertEquals("", header(preflight("https://evil.example"), "Access-Control-Allow-Methods"));
    }

    @Test
    void c9_whoAsksTooFastIsToldToWaitAndOthersAreNot() throws Exception {
        start(new Guards(false, new Sender(Set.of("127.0.0.1")), Optional.of(5), 10, Set.of()));
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            HttpResponse<String> answer = get("/fhir/here", "X-Forwarded-For", "10.0.0.1");
            if (answer.statusCode() == 429) {
                refused++;
                assertEquals("1", header(answer, "Retry-After"));
                assertTrue(answer.body().contains("OperationOutcome"));
            }
        }

        assertTrue(refused > 20, refused + " refused");
        assertEquals(200, get("/fhir/here", "X-Forwarded-For", "10.0.0.2").statusCode());
        assertEquals(200, get("/health/live").statusCode());
    }

    @Test
    void aForwardedAddressCountsOnlyWhenATrustedProxySendsIt() throws Exception {
        start(new Guards(false, NO_PROXY, Optional.of(5), 10, Set.of()));
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            refused += get("/fhir/here", "X-Forwarded-For", "10.0.0." + i).statusCode() == 429 ? 1 : 0;
        }

        assertTrue(refused > 20, refused + " refused");
    }

    @Test
    void aTokenHasItsOwnShareWhereverItComesFrom() throws Exception {
        start(new Guards(false, new Sender(Set.of("127.0.0.1")), Optional.of(5), 10, Set.of()));
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            refused += get("/fhir/here", "X-Forwarded-For", "10.0.0." + i, "Authorization", "Bearer one")
                                    .statusCode()
                            == 429
                    ? 1
                    : 0;
        }

        assertTrue(refused > 20, refused + " refused");
    }

    @Test
    void aShareComesBackWithTime() {
        AtomicLong now = new AtomicLong();
        Rates rates = new Rates(2, now::get);
        for (int i = 0; i < 8; i++) {
            assertTrue(rates.take("a"));
        }
        assertFalse(rates.take("a"));
        now.addAndGet(500_000_000);
        assertTrue(rates.take("a"));
        assertFalse(rates.take("a"));
        start(new Guards(false, NO_PROXY, Optional.empty(), 1, Set.of()));
    }

    @Test
    void c9_whenAllPlacesAreTakenTheNextIsToldToComeBackAndProbesPass() throws Exception {
        start(new Guards(false, NO_PROXY, Optional.empty(), 2, Set.of()));
        ExecutorService two = Executors.newFixedThreadPool(2);
        Future<HttpResponse<String>> first = two.submit(() -> get("/fhir/slow"));
        Future<HttpResponse<String>> second = two.submit(() -> get("/fhir/slow"));
        arrived.await();

        HttpResponse<String> third = get("/fhir/here");
        assertEquals(200, get("/health/live").statusCode());
        go.countDown();

        assertEquals(503, third.statusCode());
        assertEquals("1", header(third, "Retry-After"));
        assertEquals(200, first.get().statusCode());
        assertEquals(200, second.get().statusCode());
        assertEquals(200, get("/fhir/here").statusCode());
        two.shutdown();
    }

    private void start(Guards guards) {
        listener = Listener.start("127.0.0.1", 0, context -> {
            guards.addTo(context);
            context.addServlet(new ServletHolder(new Here()), "/fhir/*");
            context.addServlet(new ServletHolder(new Here()), "/health/*");
        });
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        return HTTP.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> preflight(String origin) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(at("/fhir/here"))
                        .method("OPTIONS", BodyPublishers.noBody())
                        .headers("Origin", origin, "Access-Control-Request-Method", "PUT")
                        .build(),
                BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + listener.port() + path);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** Answers at once, or when the test lets it. */
    private final class Here extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            if (request.getRequestURI().endsWith("/slow")) {
                arrived.countDown();
                try {
                    go.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
            response.setStatus(200);
        }
    }
}
