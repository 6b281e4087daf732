package org.fascicle.pages.result;

import java.util.Locale;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Deciding;
import org.fascicle.assessing.Signing;
import org.fascicle.fhir.interview.Interview;
import org.fascicle.fhir.result.Wording;

/** The use cases a result needs. */
public record Resulting(Interview interview, Assessing assessing, Deciding deciding, Signing signing) {

    Wording wording(Locale locale) {
        return new Wording(interview, locale);
    }
}
