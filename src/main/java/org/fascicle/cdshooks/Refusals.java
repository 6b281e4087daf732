package org.fascicle.cdshooks;

import static org.fascicle.fhir.json.Element.element;
import static org.fascicle.fhir.json.Element.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/** What is wrong with a call, as an HTTP status and an OperationOutcome, which CDS Hooks 3.0 asks for. */
final class Refusals {
    private Refusals() {}

    static int status(Fault fault) {
        return switch (fault.kind()) {
            case UNKNOWN_CALLER -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case NOT_SUPPORTED -> 405;
            case TOO_LARGE -> 413;
            case TOO_MANY -> 429;
            case UNAVAILABLE, UNREADABLE -> 503;
            case MALFORMED, INVALID, GONE, REPLACED, CONFLICT, STALE, MULTIPLE_MATCHES -> 400;
        };
    }

    static ObjectNode outcome(int status, String words) {
        return resource("OperationOutcome")
                .add(
                        "issue",
                        element()
                                .set("severity", "error")
                                .set("code", code(status))
                                .set("diagnostics", words))
                .json();
    }

    private static String code(int status) {
        return switch (status) {
            case 401 -> "login";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 412 -> "required";
            case 413 -> "too-long";
            case 503 -> "transient";
            default -> "invalid";
        };
    }

    static Fault notFound() {
        return new Fault(Kind.NOT_FOUND, "There is no such service; `/cds-services` lists them");
    }
}
