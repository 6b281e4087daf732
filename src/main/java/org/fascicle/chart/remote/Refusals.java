package org.fascicle.chart.remote;

import ca.uhn.fhir.parser.DataFormatException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fascicle.chart.remote.Failure.Effect;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Issue;
import org.fascicle.fault.Kind;
import org.fascicle.oauth.Answer;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.StringType;

/**
 * What an answer outside 200 to 299 means. Of an OperationOutcome only codes and places are told: its texts are the server's
 * own and may speak of the patient.
 *
 * @param request such as {@code POST RiskAssessment}, without ids and values
 */
record Refusals(String request, boolean isWrite, boolean isVersioned) {
    private static final Pattern PLACE = Pattern.compile("[A-Za-z][A-Za-z0-9.:_\\[\\]()-]{0,200}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");
    private static final int MOST_ISSUES = 20;

    Failure of(Answer answer) {
        Kind kind = kind(answer.status());
        Fault fault = new Fault(kind, words(answer, kind), issues(answer));
        return new Failure(fault, effect(answer.status()), wait(answer));
    }

    private Kind kind(int status) {
        return switch (status) {
            case 400 -> Kind.MALFORMED;
            case 401 -> Kind.UNKNOWN_CALLER;
            case 403 -> Kind.FORBIDDEN;
            case 404 -> Kind.NOT_FOUND;
            case 405, 406, 415, 501 -> Kind.NOT_SUPPORTED;
            case 409 -> isVersioned ? Kind.STALE : Kind.CONFLICT;
            case 410 -> Kind.GONE;
            case 412 -> isVersioned ? Kind.STALE : Kind.MULTIPLE_MATCHES;
            case 413, 414, 431 -> Kind.TOO_LARGE;
            case 422 -> Kind.INVALID;
            case 429 -> Kind.TOO_MANY;
            default -> status >= 400 && status < 500 ? Kind.INVALID : Kind.UNAVAILABLE;
        };
    }

    /** A gateway may answer 5xx for a server that goes on working; reads have no effect to be uncertain of. */
    private Effect effect(int status) {
        if (status == 429 || status == 409 && !isVersioned) {
            return Effect.NOT_NOW;
        }
        boolean transientFailure = status == 408 || status >= 500 && status != 501;
        if (!transientFailure) {
            return Effect.REFUSED;
        }
        return isWrite ? Effect.UNCERTAIN : Effect.NOT_NOW;
    }

    private String words(Answer answer, Kind kind) {
        return "the FHIR server answered `" + request + "` with status " + answer.status() + "; "
                + advice(kind, answer);
    }

    private String advice(Kind kind, Answer answer) {
        return switch (kind) {
            case MALFORMED -> "it cannot read what we sent: its version or an element may differ from FHIR R4";
            case UNKNOWN_CALLER -> "the access has ended; launch again, or check our registration there";
            case FORBIDDEN -> "the granted scopes do not allow it; have them widened at the server";
            case NOT_FOUND -> "it is not there, or not for us; check the address of the server and the id";
            case NOT_SUPPORTED -> "it does not offer this";
            case STALE -> "somebody else changed it meanwhile; read it again and repeat the change";
            case CONFLICT -> "its state does not allow this now; read it again and decide anew";
            case GONE, REPLACED -> "it has been deleted there";
            case MULTIPLE_MATCHES -> "the condition finds more than one resource; have the duplicates merged";
            case TOO_LARGE -> "it takes only smaller requests";
            case INVALID -> "it refuses the content; the issues name the elements it names";
            case TOO_MANY ->
                "it asks us to slow down"
                        + wait(answer)
                                .map(time -> ", and to come again in " + time.toSeconds() + " s")
                                .orElse("; try again later");
            case UNAVAILABLE, UNREADABLE -> advice(answer.status());
        };
    }

    private static String advice(int status) {
        return status >= 300 && status < 400
                ? "it points to another address, which is not followed; give the final base"
                : "it is out of order; try again later";
    }

    /** {@code Retry-After} in seconds; a date is not worth a clock. */
    private static Optional<Duration> wait(Answer answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .map(String::strip)
                .filter(text -> SECONDS.matcher(text).matches())
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }

    private static List<Issue> issues(Answer answer) {
        if (!Fhir.isJson(answer.contentType()) || answer.body().length == 0) {
            return List.of();
        }
        try {
            return Fhir.parse(answer.text()) instanceof OperationOutcome outcome
                    ? outcome.getIssue().stream()
                            .limit(MOST_ISSUES)
                            .map(Refusals::issue)
                            .toList()
                    : List.of();
        } catch (DataFormatException notFhir) {
            return List.of();
        }
    }

    private static Issue issue(OperationOutcome.OperationOutcomeIssueComponent issue) {
        String code = issue.hasCode() ? issue.getCode().toCode() : "processing";
        String place = java.util.stream.Stream.concat(issue.getExpression().stream(), issue.getLocation().stream())
                .map(StringType::getValue)
                .filter(text -> text != null && PLACE.matcher(text).matches())
                .findFirst()
                .orElse("");
        return new Issue(
                code, place, "the FHIR server says `" + code + "`" + (place.isEmpty() ? "" : " of `" + place + "`"));
    }
}
