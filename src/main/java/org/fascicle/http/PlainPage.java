package org.fascicle.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * A page of plain HTML without script, style or image: what is left to say when nothing else can be shown.
 *
 * @param title text, not yet escaped
 * @param body HTML in which every text was escaped with {@link Html}
 */
public record PlainPage(String title, String body) {

    /**
     * Sends it, not to be kept by anyone.
     *
     * @param framers origins that may show it in a frame
     * @param formTargets origins that its forms may lead to besides our own
     */
    public void send(HttpServletResponse response, int status, List<String> framers, List<String> formTargets)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", policy(framers, formTargets));
        Headers.confidential(response);
        response.getWriter().write(html());
    }

    private static String policy(List<String> framers, List<String> formTargets) {
        return "default-src 'none'; base-uri 'none'; form-action 'self' " + String.join(" ", formTargets)
                + "; frame-ancestors 'self' " + String.join(" ", framers);
    }

    private String html() {
        String name = Html.escape(title);
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + name + "</title>"
                + "<meta name=\"viewport\" content=\"width=device-width\">"
                + "<meta name=\"color-scheme\" content=\"light dark\"></head>"
                + "<body><main><h1>" + name + "</h1>" + body + "</main></body></html>";
    }
}
