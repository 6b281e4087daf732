package org.fascicle.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.fascicle.http.Listener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LookTest {
    private static final Assets ASSETS = new Assets();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Listener listener;

    /** A page that says which language its reader gets. */
    private static final class LanguagePage extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String language = Language.of(request, response).getLanguage();
            new HtmlAnswer(200, language, new ContentPolicy(List.of("https://ehr.example"), List.of()))
                    .send(request, response);
        }
    }

    @BeforeAll
    static void listen() {
        listener = Listener.start("127.0.0.1", 0, context -> {
            context.addServlet(new ServletHolder(new AssetServlet(ASSETS)), Assets.PATH + "*");
            context.addServlet(new ServletHolder(new LanguagePage()), "/page");
        });
    }

    @AfterAll
    static void close() {
        listener.close();
    }

    @Test
    void aStaticFileMayBeKeptForEverAndTravelsCompressed() throws Exception {
        HttpResponse<byte[]> answer = get(ASSETS.url("style"), "Accept-Encoding", "gzip");
        assertEquals(200, answer.statusCode());
        assertEquals(List.of("public, max-age=31536000, immutable"), header(answer, "Cache-Control"));
        assertEquals(List.of("gzip"), header(answer, "Content-Encoding"));
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
        assertTrue(new String(plain).contains("--accent"));
        assertTrue(answer.body().length < plain.length / 3);
    }

    @Test
    void htmxIsServedByUsAndWholeToWhoAsksForNoCompression() throws Exception {
        HttpResponse<byte[]> answer = get(ASSETS.url("htmx"), "Accept-Encoding", "identity");
        assertEquals(List.of("text/javascript;charset=utf-8"), header(answer, "Content-Type"));
        assertTrue(new String(answer.body()).contains("htmx"));
    }

    @Test
    void whatIsNotAStaticFileIsNotFound() throws Exception {
        assertEquals(
                404, get("/assets/fascicle.000000000000.css", "Accept", "*/*").statusCode());
        assertEquals(404, get("/assets/words.properties", "Accept", "*/*").statusCode());
    }

    @Test
    void aPageAllowsNothingInlineAndNoOtherOriginAndIsKeptByNobody() throws Exception {
        HttpResponse<byte[]> answer = get("/page", "Accept", "text/html");
        String policy = header(answer, "Content-Security-Policy").get(0);
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self'"));
        assertTrue(policy.endsWith("frame-ancestors 'self' https://ehr.example"));
        assertFalse(policy.contains("unsafe"));
        assertEquals(List.of("no-store"), header(answer, "Cache-Control"));
        assertEquals(List.of("no-referrer"), header(answer, "Referrer-Policy"));
        assertEquals(List.of("nosniff"), header(answer, "X-Content-Type-Options"));
    }

    @Test
    void theReadersLanguageIsTheOneSwitchedToElseTheBrowsersElseEnglish() throws Exception {
        assertEquals("en", body(get("/page", "Accept", "text/html")));
        assertEquals("de", body(get("/page", "Accept-Language", "fr, de-AT;q=0.8, en;q=0.5")));
        assertEquals("en", body(get("/page", "Accept-Language", "fr")));
        HttpResponse<byte[]> switched = get("/page?lang=de", "Accept-Language", "en");
        assertEquals("de", body(switched));
        String cookie = header(switched, "Set-Cookie").get(0);
        assertTrue(cookie.startsWith("fascicle-language=de; Path=/; "));
        assertEquals("de", body(get("/page", "Cookie", "fascicle-language=de")));
        assertEquals("en", body(get("/page?lang=%3Cscript%3E", "Cookie", "fascicle-language=xx")));
    }

    private static HttpResponse<byte[]> get(String path, String header, String value)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + listener.port() + path);
        return CLIENT.send(HttpRequest.newBuilder(uri).header(header, value).build(), BodyHandlers.ofByteArray());
    }

    private static List<String> header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().allValues(name);
    }

    private static String body(HttpResponse<byte[]> answer) {
        return new String(answer.body());
    }
}
