package org.fascicle.pages.result;

import java.util.List;
import java.util.Locale;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Deciding;
import org.fascicle.assessing.Signing;
import org.fascicle.assessing.Standing;
import org.fascicle.fhir.interview.Interview;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.result.Wording;
import org.fascicle.pages.visit.Visit;

/** The use cases a result needs. */
public record Resulting(Interviews interviews, Assessing assessing, Deciding deciding, Signing signing) {

    /** The one that is asked. */
    Interview interview() {
        return interviews.current();
    }

    /** How the proposals stand; nobody can decide about them where the chart does not take them as they are. */
    List<Standing> standings(Visit visit, String id) {
        return visit.plan().isFoundAgain() ? deciding.standings(visit.chart(), id) : List.of();
    }

    Wording wording(Locale locale) {
        return new Wording(interview(), locale);
    }
}
