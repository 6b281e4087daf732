package org.fascicle.chart.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fascicle.chart.remote.Failure.Effect;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.oauth.Answer;
import org.fascicle.oauth.NotSent;
import org.fascicle.oauth.Outbound;

/** Carries one request to the server and its answer back; every failure leaves here as a {@link Failure}. */
record Line(FhirServer server) {
    /** What is sent: HAPI composed it, except for who asks. */
    record Sent(String method, URI address, Map<String, List<String>> headers, Optional<String> body) {
        boolean isWrite() {
            return !method.equals("GET") && !address.getPath().endsWith("/_search");
        }

        /** Ids and values left out: they may tell of the patient. */
        String shape(FhirServer server) {
            String path = address.getPath().substring(server.base().getPath().length());
            String[] parts = path.split("/");
            String type = parts.length > 1 && parts[1].matches("[A-Z][A-Za-z]{1,40}|metadata") ? parts[1] : "/";
            return method + " " + type;
        }
    }

    /** An answer of 200 to 299, in JSON or empty. */
    Answer carry(Sent sent) {
        if (!server.holds(sent.address())) {
            throw refused(Kind.FORBIDDEN, sent, "was not sent: its address lies outside the server's base");
        }
        Optional<String> token = server.bearer().token();
        Answer answer = exchange(sent, token);
        if (answer.status() == 401 && token.isPresent()) {
            Optional<String> other = server.bearer().tokenOtherThan(token.get());
            answer = other.isPresent() ? exchange(sent, other) : answer;
        }
        return judged(sent, answer);
    }

    private Answer exchange(Sent sent, Optional<String> token) {
        try {
            Answer answer = new Outbound(server.deadline(), server.most()).ask(request(sent, token));
            return Unpacked.of(answer, server.most());
        } catch (NotSent unreachable) {
            throw new Failure(
                    new Fault(
                            Kind.UNAVAILABLE,
                            "the FHIR server cannot be reached for `" + sent.shape(server) + "`: "
                                    + unreachable.getMessage(),
                            unreachable),
                    Effect.NOT_NOW);
        } catch (IOException lost) {
            throw new Failure(
                    new Fault(
                            Kind.UNAVAILABLE,
                            "the FHIR server gave no complete answer to `" + sent.shape(server) + "` within "
                                    + server.deadline().toSeconds() + " s and the size allowed"
                                    + (sent.isWrite() ? "; whether it was carried out is not known" : ""),
                            lost),
                    sent.isWrite() ? Effect.UNCERTAIN : Effect.NOT_NOW);
        }
    }

    private static HttpRequest request(Sent sent, Optional<String> token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(sent.address())
                .method(
                        sent.method(),
                        sent.body()
                                .map(body -> BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                                .orElse(BodyPublishers.noBody()));
        sent.headers().forEach((name, values) -> {
            if (!List.of("accept", "accept-encoding").contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        request.header("Accept", "application/fhir+json, application/json;q=0.9");
        if (sent.method().equals("GET")) {
            request.header("Cache-Control", "no-cache");
        }
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return request.build();
    }

    private Answer judged(Sent sent, Answer answer) {
        boolean isGood = answer.status() >= 200 && answer.status() < 300;
        if (!isGood) {
            boolean isVersioned = sent.headers().keySet().stream().anyMatch("If-Match"::equalsIgnoreCase);
            throw new Refusals(sent.shape(server), sent.isWrite(), isVersioned).of(answer);
        }
        if (answer.body().length > 0 && !Fhir.isJson(answer.contentType())) {
            throw new Failure(
                    new Fault(
                            sent.isWrite() ? Kind.UNAVAILABLE : Kind.UNREADABLE,
                            "the FHIR server answered `" + sent.shape(server)
                                    + "` in something other than FHIR JSON; is the base right?"),
                    sent.isWrite() ? Effect.UNCERTAIN : Effect.REFUSED);
        }
        return answer;
    }

    private Failure refused(Kind kind, Sent sent, String why) {
        return new Failure(new Fault(kind, "`" + sent.method() + "` " + why), Effect.REFUSED);
    }
}
