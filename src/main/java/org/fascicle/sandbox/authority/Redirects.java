package org.fascicle.sandbox.authority;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.fascicle.http.Headers;

/** Sends a browser elsewhere, with a GET, and leaves no trace of where it came from. */
final class Redirects {
    private Redirects() {}

    static void to(HttpServletResponse response, URI where) {
        Headers.confidential(response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", where.toString());
    }
}
