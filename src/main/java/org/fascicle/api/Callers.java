package org.fascicle.api;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import org.fascicle.api.Access.Caller;

/** The caller of the request under way. */
public final class Callers {
    private static final String CALLER = "org.fascicle.caller";

    private Callers() {}

    /** Without a caller there is no chart: a request that was not let in stops here. */
    public static Caller of(RequestDetails request) {
        return find(request).orElseThrow(() -> new IllegalStateException("nobody was let in"));
    }

    static Optional<Caller> find(RequestDetails request) {
        return Optional.ofNullable((Caller) request.getUserData().get(CALLER));
    }

    static void admit(Caller caller, RequestDetails request) {
        request.getUserData().put(CALLER, caller);
    }
}
