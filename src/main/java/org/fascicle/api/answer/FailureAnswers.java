package org.fascicle.api.answer;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.fascicle.api.body.Format;
import org.fascicle.fhir.response.IssuesToFhir;
import org.hl7.fhir.instance.model.api.IBaseOperationOutcome;

/** Answers failures with an OperationOutcome, always: those in HAPI's server, and those before it. */
@Interceptor
public final class FailureAnswers {
    private static final FhirContext CONTEXT = FhirContext.forR4Cached();

    /** What HAPI's server is to answer instead of what was thrown. */
    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException tell(RequestDetails request, Throwable thrown) {
        Wanted.settled(request);
        Failure failure = Failures.of(thrown);
        boolean showedToken = request.getHeader("Authorization") != null;
        return new Told(failure, Challenge.of(failure.status(), showedToken));
    }

    /** For a request that did not get as far as HAPI's server. */
    public static void write(RuntimeException thrown, HttpServletResponse response) throws IOException {
        Failure failure = Failures.of(thrown);
        response.setStatus(failure.status());
        response.setContentType(Format.JSON.mediaType() + ";charset=utf-8");
        failure.headers().forEach(response::setHeader);
        String outcome = CONTEXT.newJsonParser().encodeResourceToString(IssuesToFhir.outcome(failure.issues()));
        response.getOutputStream().write(outcome.getBytes(StandardCharsets.UTF_8));
    }

    /** A failure in the form HAPI's server takes. */
    private static final class Told extends BaseServerResponseException {
        private static final long serialVersionUID = 1L;

        Told(Failure failure, Map<String, String> challenge) {
            super(failure.status(), "told", (IBaseOperationOutcome) IssuesToFhir.outcome(failure.issues()));
            failure.headers().forEach(this::addResponseHeader);
            challenge.forEach(this::addResponseHeader);
        }
    }
}
