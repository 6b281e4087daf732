package org.fascicle.api.chart;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.fascicle.api.answer.Answers;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;

/** The trail of who saw and did what: it is read and searched, and written by nobody out there. */
public final class AuditProvider extends Provider {
    public AuditProvider(Intake intake) {
        super(Intake.AUDIT, intake);
    }

    @Read
    public IBaseResource read(@IdParam IdType id, RequestDetails request) {
        return Answers.read(chart(request).read(key(id)), request);
    }
}
