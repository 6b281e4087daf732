package org.fascicle.chart.remote;

import ca.uhn.fhir.rest.client.api.BaseHttpRequest;
import ca.uhn.fhir.rest.client.api.IHttpResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fascicle.chart.remote.Failure.Effect;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/** A request in HAPI's terms. */
final class ClientRequest extends BaseHttpRequest {
    private final String method;
    private final Optional<String> body;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private Optional<Line> line = Optional.empty();
    private String url;

    ClientRequest(String method, String url, Optional<String> body) {
        this.method = method;
        this.url = url;
        this.body = body;
    }

    void over(Line given) {
        line = Optional.of(given);
    }

    @Override
    public void addHeader(String name, String value) {
        headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    @Override
    public void removeHeaders(String name) {
        headers.remove(name);
    }

    @Override
    public Map<String, List<String>> getAllHeaders() {
        return headers;
    }

    @Override
    public IHttpResponse execute() {
        return new ClientResponse(line.orElseThrow().carry(new Line.Sent(method, address(), headers, body)));
    }

    private URI address() {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException notAnAddress) {
            throw new Failure(
                    new Fault(Kind.MALFORMED, "`" + method + "` was not sent: its address is not one"), Effect.REFUSED);
        }
    }

    @Override
    public String getRequestBodyFromStream() {
        return body.orElse("");
    }

    @Override
    public String getUri() {
        return url;
    }

    @Override
    public void setUri(String other) {
        url = other;
    }

    @Override
    public String getHttpVerbName() {
        return method;
    }
}
