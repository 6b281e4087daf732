package org.fascicle.api.answer;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.FhirVersionEnum;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import org.fascicle.api.body.Format;
import org.fascicle.chart.Stored;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/**
 * Writes every answer that went well: as it stands when the caller wants JSON and no more, else parsed and shaped. HAPI's
 * server would answer {@code _summary=text} with the stored narrative as a web page; here it never is one.
 */
@Interceptor
public final class Answers {
    private static final String KNOWN = "org.fascicle.known";
    private static final Set<String> SHAPING =
            Set.of("_summary", "_elements", "_elements:exclude", "_pretty", "_narrative");
    private static final FhirContext CONTEXT = FhirContext.forR4Cached();

    /** A version as it is stored; nothing but its headers when the caller holds it already. */
    public static Resource read(Stored stored, RequestDetails request) {
        Freshness.tell(stored, request);
        request.getUserData().put(KNOWN, Freshness.isKnown(stored, request));
        return Carried.bundle(stored.json());
    }

    /** @return false: the answer is written */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public boolean write(ResponseDetails answer, ServletRequestDetails request) throws IOException {
        IBaseResource resource = answer.getResponseResource();
        if (Boolean.TRUE.equals(request.getUserData().get(KNOWN))) {
            write(304, "", request);
        } else if (resource == null) {
            write(answer.getResponseCode(), "", request);
        } else {
            write(answer.getResponseCode(), text(resource, request), request);
        }
        return false;
    }

    private static void write(int status, String text, ServletRequestDetails request) throws IOException {
        String type = text.isEmpty() ? null : Wanted.format(request).mediaType();
        boolean zipped = request.isRespondGzip() && !text.isEmpty();
        Writer writer = request.getResponse().getResponseWriter(status, type, "UTF-8", zipped);
        writer.write(text);
        request.getResponse().commitResponse(writer);
    }

    private static String text(IBaseResource resource, RequestDetails request) {
        String json = Carried.find(resource).orElse("");
        if (!json.isEmpty() && Wanted.format(request) == Format.JSON && isAsItStands(request)) {
            return json;
        }
        IBaseResource whole =
                json.isEmpty() ? resource : CONTEXT.newJsonParser().parseResource(json);
        return parser(whole, request).encodeResourceToString(whole);
    }

    private static boolean isAsItStands(RequestDetails request) {
        return request.getParameters().keySet().stream().noneMatch(SHAPING::contains);
    }

    /** HAPI's own for this request, so that summaries and elements are cut as everywhere. */
    private static IParser parser(IBaseResource resource, RequestDetails request) {
        IParser parser = RestfulServerUtils.getNewParser(CONTEXT, FhirVersionEnum.R4, request);
        parser.setStripVersionsFromReferences(false);
        if (!(resource instanceof Bundle)) {
            parser.setEncodeElementsAppliesToChildResourcesOnly(false);
        }
        return parser;
    }
}
