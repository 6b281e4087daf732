package org.fascicle.chart.remote;

import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.client.apache.BaseHttpClient;
import ca.uhn.fhir.rest.client.api.Header;
import ca.uhn.fhir.rest.client.api.IHttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One call as HAPI's client composes it. */
final class ClientCall extends BaseHttpClient {

    ClientCall(StringBuilder url, RequestTypeEnum method, List<Header> headers) {
        super(url, null, null, method, headers);
    }

    @Override
    protected IHttpRequest createHttpRequest() {
        return request(Optional.empty());
    }

    @Override
    protected IHttpRequest createHttpRequest(byte[] content) {
        throw new UnsupportedOperationException("nothing binary is sent");
    }

    @Override
    protected IHttpRequest createHttpRequest(Map<String, List<String>> form) {
        IHttpRequest request = request(Optional.of(form.entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"))));
        request.addHeader("Content-Type", "application/x-www-form-urlencoded");
        return request;
    }

    @Override
    protected IHttpRequest createHttpRequest(String contents) {
        return request(Optional.of(contents));
    }

    private IHttpRequest request(Optional<String> body) {
        return new ClientRequest(myRequestType.name(), myUrl.toString(), body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
