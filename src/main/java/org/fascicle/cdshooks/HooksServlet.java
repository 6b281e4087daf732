package org.fascicle.cdshooks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fascicle.cdshooks.call.DataMissing;
import org.fascicle.cdshooks.call.Hook;
import org.fascicle.cdshooks.client.Callers;
import org.fascicle.cdshooks.client.CdsClient;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.http.Headers;
import org.fascicle.http.Traced;

/**
 * {@code GET /cds-services}, {@code POST /cds-services/[id]} and {@code POST /cds-services/[id]/feedback}.
 *
 * <p>What services there are is for anyone to know; everything else needs a registered caller.
 */
final class HooksServlet extends HttpServlet {
    static final String PATH = "/cds-services";

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_BODY = 5_000_000;
    private static final String FEEDBACK = "/feedback";
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private final transient URI base;
    private final transient Callers callers;
    private final transient Desk desk;

    HooksServlet(URI base, Callers callers, Desk desk) {
        this.base = base;
        this.callers = callers;
        this.desk = desk;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        allowOrigin(request, response);
        if (path(request).isEmpty()) {
            write(response, 200, Discovery.document());
        } else {
            response.setHeader("Allow", "POST");
            write(response, 405, Refusals.outcome(405, "A service is called with `POST`"));
        }
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        boolean isAllowed = allowOrigin(request, response);
        if (isAllowed) {
            response.setHeader("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
            response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
            response.setHeader("Access-Control-Max-Age", "600");
        }
        response.setStatus(isAllowed ? 204 : 403);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        allowOrigin(request, response);
        try {
            write(response, 200, answer(request));
        } catch (DataMissing missing) {
            write(response, 412, Refusals.outcome(412, missing.getMessage()));
        } catch (Fault fault) {
            refuse(response, fault);
        }
    }

    private ObjectNode answer(HttpServletRequest request) throws IOException {
        String path = path(request);
        boolean isFeedback = path.endsWith(FEEDBACK);
        String id = isFeedback ? path.substring(0, path.length() - FEEDBACK.length()) : path;
        Hook hook = Hook.findService(id.replaceFirst("^/", "")).orElseThrow(Refusals::notFound);
        URI endpoint = URI.create(base + PATH + "/" + hook.service() + (isFeedback ? FEEDBACK : ""));
        CdsClient client = callers.caller(request.getHeader("Authorization"), endpoint);
        Traced.client(request, client.name());
        JsonNode body = body(request);
        Traced.patient(request, body.path("context").path("patientId").asText());
        return isFeedback ? desk.feedback(hook, client, body) : desk.cards(hook, client, body);
    }

    private static JsonNode body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new Fault(Kind.TOO_LARGE, "The body is longer than the " + LONGEST_BODY + " bytes allowed here");
        }
        try {
            JsonNode read = JSON.readTree(text(body));
            if (read != null && read.isObject()) {
                return read;
            }
        } catch (JsonProcessingException broken) {
            throw new Fault(Kind.MALFORMED, "The body is not JSON" + place(broken));
        }
        throw new Fault(Kind.MALFORMED, "The body must be a JSON object");
    }

    /** Where it breaks off, when that is known; what stands there may be a patient's. */
    private static String place(JsonProcessingException broken) {
        return Optional.ofNullable(broken.getLocation())
                .map(at -> ", see line " + at.getLineNr() + ", column " + at.getColumnNr())
                .orElse(", or nested too deep");
    }

    /** JSON is exchanged in UTF-8; other encodings are not guessed. */
    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new Fault(Kind.MALFORMED, "The body is not UTF-8 throughout; encode it as UTF-8", broken);
        }
    }

    private static String path(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null || path.equals("/") ? "" : path;
    }

    private static void refuse(HttpServletResponse response, Fault fault) throws IOException {
        int status = Refusals.status(fault);
        if (status == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        write(response, status, Refusals.outcome(status, fault.getMessage()));
    }

    /** Never a star: a page of another origin must not learn what cards a patient has. */
    private boolean allowOrigin(HttpServletRequest request, HttpServletResponse response) {
        String origin = request.getHeader("Origin");
        boolean isAllowed = origin != null && callers.isOrigin(origin);
        response.addHeader("Vary", "Origin");
        if (isAllowed) {
            response.setHeader("Access-Control-Allow-Origin", origin);
        }
        return isAllowed;
    }

    private static void write(HttpServletResponse response, int status, ObjectNode body) throws IOException {
        Headers.confidential(response);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }
}
