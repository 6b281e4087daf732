package org.fascicle.operating;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code /health/live}: the program runs; restart it when this does not answer. {@code /health/ready}: what it needs works;
 * send no visitors while this says no. Why something fails stands in the log, not here.
 */
final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Readiness readiness;

    HealthServlet(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getPathInfo() == null ? "" : request.getPathInfo()) {
            case "/live" -> answer(response, 200, "{\"status\":\"live\"}");
            case "/ready" -> ready(response, readiness.results());
            default -> response.sendError(404);
        }
    }

    private static void ready(HttpServletResponse response, Map<String, Boolean> results) throws IOException {
        boolean isReady = results.values().stream().allMatch(Boolean::booleanValue);
        String checks = results.entrySet().stream()
                .map(one -> "\"" + one.getKey() + "\":\"" + (one.getValue() ? "works" : "fails") + "\"")
                .collect(Collectors.joining(","));
        answer(
                response,
                isReady ? 200 : 503,
                "{\"status\":\"" + (isReady ? "ready" : "not ready") + "\",\"checks\":{" + checks + "}}");
    }

    private static void answer(HttpServletResponse response, int status, String json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(json);
    }
}
