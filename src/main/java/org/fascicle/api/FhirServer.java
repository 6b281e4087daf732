package org.fascicle.api;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.ETagSupportEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.method.BaseMethodBinding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.http.HttpRefusal;

/**
 * HAPI's server, which finds the method for a request. It learns a resource type when the type is first asked for: to know
 * thirty of them at start would make the start half a second longer.
 */
final class FhirServer extends RestfulServer {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Supplier<List<?>>> unregistered = new HashMap<>();

    FhirServer() {
        super(FhirContext.forR4Cached());
        setETagSupport(ETagSupportEnum.DISABLED);
    }

    /** @param providers made when the type is first asked for; the empty type is the whole system */
    void offer(String type, Supplier<List<?>> providers) {
        unregistered.put(type, providers);
    }

    /** One at a time, for the table of methods may grow. */
    @Override
    public synchronized BaseMethodBinding determineResourceMethod(RequestDetails request, String path) {
        if (path.isBlank() && request.getRequestType() != RequestTypeEnum.POST) {
            throw unknown(request, request.getRequestType());
        }
        String type = Optional.ofNullable(request.getResourceName()).orElse("");
        Optional.ofNullable(unregistered.remove(type)).ifPresent(providers -> registerProviders(providers.get()));
        return super.determineResourceMethod(request, path);
    }

    /** Nobody needs to know what this runs on. */
    @Override
    protected String createPoweredByHeader() {
        return "";
    }

    @Override
    protected void throwUnknownResourceTypeException(String type) {
        throw new Fault(Kind.NOT_FOUND, "No resources of this type are here; `metadata` lists those that are");
    }

    @Override
    protected void throwUnknownFhirOperationException(RequestDetails request, String path, RequestTypeEnum method) {
        throw unknown(request, method);
    }

    private static RuntimeException unknown(RequestDetails request, RequestTypeEnum method) {
        String operation = Optional.ofNullable(request.getOperation()).orElse("");
        if (operation.startsWith("$")) {
            return new Fault(
                    Kind.NOT_FOUND, "There is no such operation at this address; `metadata` lists those there are");
        }
        return method == RequestTypeEnum.GET || method == RequestTypeEnum.HEAD
                ? new Fault(Kind.NOT_FOUND, "There is nothing at this address; `metadata` lists what there is")
                : HttpRefusal.notAllowed("`" + method + "` does nothing at this address; see `metadata`", "GET, HEAD");
    }
}
