package org.fascicle.bench;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.server.RestfulServer;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.fascicle.http.Listener;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;

/** The floor of every FHIR server on HAPI: operations that do nothing, on the same listener in the same process as ours. */
final class EmptyServer implements AutoCloseable {
    private final Listener listener;

    /** @param result what is answered where something is sent */
    EmptyServer(Bundle result) {
        RestfulServer server = new RestfulServer(FhirContext.forR4Cached());
        server.registerProvider(new Operations(result));
        listener = Listener.start("127.0.0.1", 0, context -> context.addServlet(new ServletHolder(server), "/fhir/*"));
    }

    String base() {
        return "http://127.0.0.1:" + listener.port() + "/fhir";
    }

    @Override
    public void close() {
        listener.close();
    }

    /** The operations; public for HAPI, which calls them by reflection. */
    public static final class Operations {
        private final Bundle result;

        private Operations(Bundle result) {
            this.result = result;
        }

        @Operation(name = "$nothing", idempotent = true)
        public Parameters nothing() {
            return new Parameters();
        }

        /** HAPI parses what is sent and writes what is answered. */
        @Operation(name = "$echo")
        public Bundle echo(@ResourceParam Parameters sent) {
            return result;
        }
    }
}
