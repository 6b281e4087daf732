package org.fascicle.chart.remote;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.client.api.Header;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.IHttpClient;
import ca.uhn.fhir.rest.client.api.IHttpRequest;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.impl.RestfulClientFactory;
import java.util.List;
import java.util.Map;

/** Makes HAPI clients whose requests travel over a {@link Line}: HAPI composes and parses, nothing of it opens a socket. */
final class Client extends RestfulClientFactory {

    Client(FhirContext context) {
        super(context);
        setServerValidationMode(ServerValidationModeEnum.NEVER);
    }

    static IGenericClient over(Line line) {
        IGenericClient client =
                Fhir.CONTEXT.newRestfulGenericClient(line.server().base().toString());
        client.registerInterceptor(new Connecting(line));
        return client;
    }

    /** Gives each request of one client its line; HAPI knows one factory for all clients. */
    public static final class Connecting {
        private final Line line;

        Connecting(Line line) {
            this.line = line;
        }

        @Hook(Pointcut.CLIENT_REQUEST)
        public void connect(IHttpRequest request) {
            ((ClientRequest) request).over(line);
        }
    }

    @Override
    public IHttpClient getHttpClient(
            StringBuilder url,
            Map<String, List<String>> ifNoneExist,
            String ifNoneExistText,
            RequestTypeEnum method,
            List<Header> headers) {
        return new ClientCall(url, method, headers);
    }

    @Override
    protected IHttpClient getHttpClient(String base) {
        return new ClientCall(new StringBuilder(base), RequestTypeEnum.GET, List.of());
    }

    @Override
    protected void resetHttpClient() {
        // The connections are not this factory's.
    }

    @Override
    public <T> void setHttpClient(T client) {
        throw new UnsupportedOperationException("requests travel over a line");
    }

    @Override
    public void setProxy(String host, Integer port) {
        throw new UnsupportedOperationException("a proxy is set for the whole Java machine");
    }
}
