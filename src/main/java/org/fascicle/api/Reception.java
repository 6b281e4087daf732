package org.fascicle.api;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fascicle.api.answer.Wanted;
import org.fascicle.api.body.BodyParser;
import org.fascicle.api.body.Format;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.http.HttpRefusal;
import org.hl7.fhir.r4.model.Resource;

/** What comes before every interaction, once it is known which: the format of the answer, who asks, and the body. */
@Interceptor
public final class Reception {
    private static final String BODY = "org.fascicle.body";
    private static final String JSON = "org.fascicle.body.json";

    private final Access access;
    private final Set<String> published;
    private final BodyParser parser;
    private final ResponseSize size;
    private final SearchBounds search;

    /** @param published the types of the published definitions, which everyone may read */
    Reception(Access access, Set<String> published, Capacity capacity) {
        this.access = access;
        this.parser = new BodyParser(capacity.levels());
        this.search = capacity.search();
        this.size = new ResponseSize(capacity.items(), capacity.answers());
        this.published = Set.copyOf(published);
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void receive(ServletRequestDetails request) {
        Wanted.settle(request, Wanted.format(request));
        if (!isOpen(request)) {
            Callers.admit(access.admit(request.getServletRequest()), request);
        }
        requireForm(request);
        requireCurrent(request);
        if (carriesResource(request)) {
            Format format = format(request);
            Resource resource = parser.parse(request.loadRequestContents(), format);
            BodyFit.require(resource, request);
            size.require(resource);
            OwnReferences.makeRelative(resource, request.getFhirServerBase(), search);
            request.setResource(resource);
            request.getUserData().put(BODY, resource);
            if (format == Format.JSON) {
                request.getUserData().put(JSON, request.loadRequestContents());
            }
        }
    }

    /** Another body would be taken for none, and the search for one of everything. */
    private static void requireForm(ServletRequestDetails request) {
        boolean isSent = request.getRestOperationType() == RestOperationTypeEnum.SEARCH_TYPE
                && request.loadRequestContents().length > 0;
        if (isSent && !contentType(request).startsWith("application/x-www-form-urlencoded")) {
            throw new HttpRefusal(415, "The `Content-Type` of a search has to be `application/x-www-form-urlencoded`");
        }
    }

    /** An operation is about what stands now, and says so rather than take another version for it. */
    private static void requireCurrent(ServletRequestDetails request) {
        if (request.getRestOperationType() == RestOperationTypeEnum.EXTENDED_OPERATION_INSTANCE
                && request.getId().hasVersionIdPart()) {
            throw new Fault(
                    Kind.MALFORMED, "An operation is about the current version; leave `_history/…` out of the address");
        }
    }

    private static String contentType(ServletRequestDetails request) {
        return Optional.ofNullable(request.getHeader("Content-Type"))
                .map(header -> header.toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** The body as it was read; HAPI's server forgets it before an operation is called. */
    public static Optional<Resource> body(RequestDetails request) {
        return Optional.ofNullable((Resource) request.getUserData().get(BODY));
    }

    /** The same as it was sent; empty when it was sent in another format. */
    static Optional<byte[]> json(RequestDetails request) {
        return Optional.ofNullable((byte[]) request.getUserData().get(JSON));
    }

    private boolean isOpen(ServletRequestDetails request) {
        return switch (request.getRestOperationType()) {
            case METADATA -> true;
            case READ, SEARCH_TYPE -> published.contains(request.getResourceName());
            default -> false;
        };
    }

    private static boolean carriesResource(ServletRequestDetails request) {
        return switch (request.getRestOperationType()) {
            case CREATE, UPDATE, TRANSACTION -> true;
            case EXTENDED_OPERATION_INSTANCE, EXTENDED_OPERATION_TYPE ->
                request.getRequestType() == RequestTypeEnum.POST && request.loadRequestContents().length > 0;
            default -> false;
        };
    }

    private static Format format(ServletRequestDetails request) {
        String type = contentType(request);
        boolean isUtf8 = !type.contains("charset=") || type.matches(".*charset=\"?utf-8\"?\\s*(;.*)?");
        return Format.find(type)
                .filter(format -> isUtf8 && Format.isOfOurVersion(type))
                .orElseThrow(
                        () -> new HttpRefusal(
                                415,
                                "`Content-Type` has to be `application/fhir+json` or `application/fhir+xml`, in UTF-8, of FHIR 4.0"));
    }
}
