package org.fascicle.api;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Consumer;
import org.fascicle.audit.Deed;
import org.fascicle.audit.Event;
import org.fascicle.audit.Who;
import org.fascicle.http.Sender;
import org.fascicle.http.Traced;

/**
 * The one place where the FHIR door says to the audit trail what was done or refused, after it was done and before it is
 * answered. What everyone may know, {@code metadata} and the published definitions, is not recorded.
 */
@Interceptor
public final class Recorder {
    private final Consumer<Event> trail;
    private final Sender sender;

    Recorder(Consumer<Event> trail, Sender sender) {
        this.trail = trail;
        this.sender = sender;
    }

    /** Stands before the one that writes the answer. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void done(ServletRequestDetails request, ResponseDetails answer) {
        Callers.find(request).ifPresent(caller -> record(request, caller.who(), 200, Concerned.by(request, answer)));
    }

    /** What failed before the caller was known is recorded as an unknown caller's. */
    @Hook(Pointcut.SERVER_HANDLE_EXCEPTION)
    public void refused(ServletRequestDetails request, BaseServerResponseException told, HttpServletRequest asked) {
        Who who = Callers.find(request).map(Access.Caller::who).orElse(Who.UNKNOWN);
        record(request, who, told.getStatusCode(), Concerned.by(request));
    }

    private void record(ServletRequestDetails request, Who who, int status, Concerned concerned) {
        Deed deed = deed(request.getRestOperationType());
        trail.accept(new Event(
                deed,
                OfferedOperation.find(request.getOperation()).orElse(deed.toString()),
                who,
                sender.address(request.getServletRequest()),
                status,
                deed == Deed.SEARCH ? Concerned.query(request) : "",
                concerned.keys()));
        Traced.recorded(request.getServletRequest());
    }

    private static Deed deed(RestOperationTypeEnum type) {
        return Optional.ofNullable(type)
                .map(known -> switch (known) {
                    case READ -> Deed.READ;
                    case VREAD -> Deed.VREAD;
                    case HISTORY_INSTANCE, HISTORY_TYPE, HISTORY_SYSTEM -> Deed.HISTORY;
                    case SEARCH_TYPE, SEARCH_SYSTEM -> Deed.SEARCH;
                    case CREATE -> Deed.CREATE;
                    case UPDATE -> Deed.UPDATE;
                    case TRANSACTION -> Deed.TRANSACTION;
                    case EXTENDED_OPERATION_INSTANCE, EXTENDED_OPERATION_TYPE, EXTENDED_OPERATION_SERVER ->
                        Deed.OPERATION;
                    default -> Deed.OTHER;
                })
                .orElse(Deed.OTHER);
    }
}
