package org.fascicle.api;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.fascicle.api.Access.Caller;

/** The caller of the request under way. */
public final class Callers {
    private static final String CALLER = "org.fascicle.caller";

    private Callers() {}

    /** Without a caller there is no chart: a request that was not let in stops here. */
    public static Caller of(RequestDetails request) {
        if (request.getUserData().get(CALLER) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("nobody was let in");
    }

    static void admit(Caller caller, RequestDetails request) {
        request.getUserData().put(CALLER, caller);
    }
}
