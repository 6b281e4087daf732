package org.fascicle.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What every answer says to a browser, whoever gives it: take it for nothing else than it is, tell no other site where you
 * were, run and load and frame nothing. A door that serves pages says in its own headers what they may do more.
 *
 * <p>No door gets to see a {@code TRACE}: a servlet would send the caller's token and cookies back.
 */
final class SafeHeaders implements Filter {
    private final boolean isSecure;

    /** @param isSecure whether browsers see us over https, and are to come back no other way */
    SafeHeaders(boolean isSecure) {
        this.isSecure = isSecure;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Referrer-Policy", "no-referrer");
        answer.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (isSecure) {
            answer.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (((HttpServletRequest) request).getMethod().equals("TRACE")) {
            answer.setHeader("Allow", "GET, HEAD, POST, PUT");
            Refusal.write(answer, 405, "not-supported", "This method is not offered");
        } else {
            chain.doFilter(request, response);
        }
    }
}
