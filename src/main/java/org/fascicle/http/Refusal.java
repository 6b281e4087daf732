package org.fascicle.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A refusal in words, as an OperationOutcome, by those who stand before a door. */
public final class Refusal {
    private static final String SOON = "1";

    private Refusal() {}

    /**
     * Answers so. Who is told to come again later is told when.
     *
     * @param code of {@code http://hl7.org/fhir/issue-type}
     */
    public static void write(HttpServletResponse response, int status, String code, String words) throws IOException {
        response.setStatus(status);
        if (status == 429 || status == 503) {
            response.setHeader("Retry-After", SOON);
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/fhir+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(outcome(code, words));
    }

    static String outcome(String code, String words) {
        String text = new String(JsonStringEncoder.getInstance().quoteAsString(words));
        return "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"" + code
                + "\",\"details\":{\"text\":\"" + text + "\"},\"diagnostics\":\"" + text + "\"}]}";
    }
}
