package org.fascicle.look;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A page on its way out: kept by nobody, told to no other site, taken for nothing else than HTML.
 *
 * @param status of HTTP
 */
public record HtmlAnswer(int status, String html, ContentPolicy policy) {
    private static final int WORTH_COMPRESSING = 1024;

    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = html.getBytes(UTF_8);
        headers(response);
        if (body.length >= WORTH_COMPRESSING && Gzip.isAccepted(request)) {
            body = Gzip.fast(body);
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Sends it as it is, to whoever it may be. */
    public void send(HttpServletResponse response) throws IOException {
        byte[] body = html.getBytes(UTF_8);
        headers(response);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private void headers(HttpServletResponse response) {
        response.setStatus(status);
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Content-Security-Policy", policy.header());
        response.setHeader("Vary", "Accept-Encoding, Accept-Language, Cookie");
        confidential(response);
    }

    /** The headers of an answer that concerns one person, whatever it holds. */
    public static void confidential(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }

    /** The length alone: the page is a patient's. */
    @Override
    public String toString() {
        return "HtmlAnswer[" + status + ", " + html.length() + " characters]";
    }
}
