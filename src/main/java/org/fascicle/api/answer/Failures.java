package org.fascicle.api.answer;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Issue;
import org.fascicle.fault.Kind;
import org.fascicle.http.Bug;
import org.fascicle.http.HttpRefusal;

/** The one place where a failure becomes an HTTP status and words. What was not foreseen is told apart by a number only. */
final class Failures {
    private static final Map<String, String> SOON = Map.of("Retry-After", "2");

    private Failures() {}

    static Failure of(Throwable thrown) {
        Throwable cause = foreseen(thrown);
        if (cause instanceof Fault fault) {
            return of(fault);
        }
        if (cause instanceof HttpRefusal refusal) {
            Map<String, String> headers =
                    refusal.allow().map(methods -> Map.of("Allow", methods)).orElse(Map.of());
            String code = refusal.status() == 404 ? "not-found" : "not-supported";
            return new Failure(refusal.status(), List.of(new Issue(code, "", refusal.getMessage())), headers);
        }
        if (cause instanceof MethodNotAllowedException refused) {
            return notAllowed(refused);
        }
        return cause instanceof BaseServerResponseException refused && refused.getStatusCode() < 500
                ? refusedByTheServer(refused.getStatusCode())
                : cause instanceof DataFormatException ? refusedByTheServer(400) : bug(thrown);
    }

    private static Failure of(Fault fault) {
        List<Issue> issues = fault.issues().isEmpty()
                ? List.of(new Issue(code(fault.kind()), "", fault.getMessage()))
                : fault.issues();
        return new Failure(status(fault.kind()), issues, isPassing(fault.kind()) ? SOON : Map.of());
    }

    private static int status(Kind kind) {
        return switch (kind) {
            case MALFORMED, NOT_SUPPORTED -> 400;
            case UNKNOWN_CALLER -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case STALE, MULTIPLE_MATCHES -> 412;
            case TOO_LARGE -> 413;
            case INVALID, REPLACED -> 422;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
            case UNREADABLE -> 502;
        };
    }

    private static String code(Kind kind) {
        return switch (kind) {
            case MALFORMED -> "structure";
            case NOT_SUPPORTED -> "not-supported";
            case UNKNOWN_CALLER -> "login";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "not-found";
            case GONE -> "deleted";
            case REPLACED -> "business-rule";
            case CONFLICT, STALE -> "conflict";
            case MULTIPLE_MATCHES -> "multiple-matches";
            case TOO_LARGE -> "too-long";
            case INVALID -> "invalid";
            case TOO_MANY -> "throttled";
            case UNAVAILABLE -> "transient";
            case UNREADABLE -> "processing";
        };
    }

    private static boolean isPassing(Kind kind) {
        return kind == Kind.TOO_MANY || kind == Kind.UNAVAILABLE;
    }

    private static Failure notAllowed(MethodNotAllowedException refused) {
        String allowed = Stream.ofNullable(refused.getAllowedMethods())
                .flatMap(Set::stream)
                .map(Enum::name)
                .sorted()
                .collect(Collectors.joining(", "));
        Issue issue = new Issue("not-supported", "", "This method does nothing at this address; see `metadata`");
        return new Failure(405, List.of(issue), Map.of("Allow", allowed));
    }

    /** What HAPI's server refuses by itself; its own words name its classes and repeat what was sent. */
    private static Failure refusedByTheServer(int status) {
        return switch (status) {
            case 404 ->
                Failure.of(404, "not-found", "There is nothing at this address; `metadata` lists what there is");
            default ->
                Failure.of(
                        status, "invalid", "The address or a parameter of the request cannot be read; see `metadata`");
        };
    }

    private static Failure bug(Throwable thrown) {
        return Failure.of(
                500,
                "exception",
                "Something went wrong here, not with the request; the log knows it as " + Bug.log(thrown));
    }

    /** HAPI's server wraps what a provider throws. */
    private static Throwable foreseen(Throwable thrown) {
        return Bug.causes(thrown)
                .filter(cause -> cause instanceof Fault || cause instanceof HttpRefusal)
                .findFirst()
                .orElse(thrown);
    }
}
