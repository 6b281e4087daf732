package org.fascicle.sandbox.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** CDS services that answer every call with the same cards and remember what they were sent. */
final class ScriptedHooks extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DISCOVERY = """
            {"services": [
              {"hook": "patient-view", "id": "view", "description": "d",
               "prefetch": {"patient": "Patient/{{context.patientId}}",
                            "potassium": "Observation?patient={{context.patientId}}&code=http://loinc.org|2823-3",
                            "unknown": "Observation?patient={{context.somebodyElse}}"}},
              {"hook": "order-select", "id": "order", "description": "d"},
              {"hook": "order-sign", "id": "sign", "description": "d"}]}
            """;

    /** One request as it came. */
    record Call(String path, String authorization, JsonNode body) {}

    private final transient List<Call> calls = new CopyOnWriteArrayList<>();
    private final String cards;

    ScriptedHooks(String cards) {
        this.cards = cards;
    }

    /** The calls of one path below {@code /cds-services}. */
    List<Call> calls(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().write(DISCOVERY);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.add(new Call(
                request.getPathInfo(), request.getHeader("Authorization"), JSON.readTree(request.getInputStream())));
        response.getWriter().write(request.getPathInfo().endsWith("/feedback") ? "{}" : cards);
    }
}
