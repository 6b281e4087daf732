package org.fascicle.api;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Issue;
import org.fascicle.fault.Kind;
import org.fascicle.http.HttpRefusal;
import org.hl7.fhir.r4.model.Resource;

/**
 * Whether a body is what its address takes: of the type named there and, in an update, with the id named there.
 *
 * @see <a href="https://hl7.org/fhir/R4/http.html#update">update</a>
 */
final class BodyFit {
    private BodyFit() {}

    static void require(Resource resource, RequestDetails request) {
        RestOperationTypeEnum what = request.getRestOperationType();
        if (what == RestOperationTypeEnum.TRANSACTION) {
            requireType(resource, "Bundle");
        } else if (what == RestOperationTypeEnum.CREATE) {
            requireNoId(request);
            requireType(resource, request.getResourceName());
        } else if (what == RestOperationTypeEnum.UPDATE) {
            requireType(resource, request.getResourceName());
            requireSameId(resource, request);
        }
    }

    private static void requireType(Resource resource, String wanted) {
        if (!resource.fhirType().equals(wanted)) {
            throw malformed(
                    resource.fhirType(),
                    "The body is of type `" + resource.fhirType() + "`, this address takes `" + wanted + "`");
        }
    }

    private static void requireNoId(RequestDetails request) {
        if (request.getId() != null) {
            throw HttpRefusal.notAllowed(
                    "`POST` creates without an id in the address; `PUT` updates", "GET, HEAD, PUT");
        }
    }

    /** A conditional update has no id in its address; the search finds it. */
    private static void requireSameId(Resource resource, RequestDetails request) {
        boolean isConditional = request.getId() == null;
        if (isConditional && !request.getCompleteUrl().contains("?")) {
            throw malformed("", "`PUT` takes an id in the address, or a search that singles one out");
        }
        if (!isConditional
                && !request.getId().getIdPart().equals(resource.getIdElement().getIdPart())) {
            String place = resource.fhirType() + ".id";
            throw malformed(place, "`" + place + "` has to be the id in the address; give the same in both places");
        }
    }

    private static Fault malformed(String place, String text) {
        return new Fault(Kind.MALFORMED, text, List.of(new Issue("invalid", place, text)));
    }
}
