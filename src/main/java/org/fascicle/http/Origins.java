package org.fascicle.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Whose pages may call us from a browser (<a href="https://fetch.spec.whatwg.org/#http-cors-protocol">CORS</a>): those of
 * the origins on the list, with tokens and never with cookies. No other page gets to see an answer.
 */
final class Origins implements Filter {
    private final Set<String> allowed;

    Origins(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String origin = asked.getHeader("Origin");
        answer.addHeader("Vary", "Origin");
        if (origin != null && allowed.contains(origin)) {
            answer.setHeader("Access-Control-Allow-Origin", origin);
            answer.setHeader("Access-Control-Expose-Headers", "ETag, Location, Last-Modified, Retry-After");
            if (isPreflight(asked)) {
                allow(answer);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
    }

    private static void allow(HttpServletResponse answer) {
        answer.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT");
        answer.setHeader(
                "Access-Control-Allow-Headers",
                "Authorization, Content-Type, If-Match, If-None-Exist, If-None-Match, Prefer");
        answer.setHeader("Access-Control-Max-Age", "600");
        answer.setStatus(204);
    }
}
