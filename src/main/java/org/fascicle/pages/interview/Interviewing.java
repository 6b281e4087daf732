package org.fascicle.pages.interview;

import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Drafting;
import org.fascicle.assessing.Populating;
import org.fascicle.chart.Key;
import org.fascicle.chart.Stored;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.interview.Interview;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.pages.visit.Visit;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** The use cases an interview needs. */
public record Interviewing(Interviews interviews, Populating populating, Drafting drafting, Assessing assessing) {

    /** The one that is asked. */
    Interview interview() {
        return interviews.current();
    }

    Base draft(Visit visit) {
        return drafting.find(visit.chart(), visit.subject())
                .map(Base::of)
                .orElseGet(() -> Base.fresh(prefilled(visit)));
    }

    QuestionnaireResponse prefilled(Visit visit) {
        return populating.populate(visit.chart(), visit.subject()).response();
    }

    /** What a form is drawn from when nothing can be read. */
    Base empty(Visit visit) {
        return Base.fresh(populating.empty(visit.subject()).response());
    }

    /** A completed response of this launch's patient. Another's is as good as none. */
    public static Stored completed(Visit visit, String id) {
        Stored stored = visit.chart().read(new Key("QuestionnaireResponse", id));
        QuestionnaireResponse response = stored.as(QuestionnaireResponse.class);
        if (!response.getSubject().hasReference()
                || !visit.launch().isAbout(response.getSubject().getReference())) {
            throw new Fault(Kind.NOT_FOUND, "This chart holds no such response");
        }
        return stored;
    }
}
