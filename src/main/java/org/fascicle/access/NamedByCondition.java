package org.fascicle.access;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import java.util.regex.Pattern;
import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * References that name a resource by a search, {@code Patient?identifier=…}. The chart looks for what they mean, so they
 * are kept to what the caller may find: the answer would tell of others.
 */
final class NamedByCondition {
    private static final Pattern CONDITIONAL = Pattern.compile("[A-Z][A-Za-z]+\\?.+", Pattern.DOTALL);
    private static final FhirTerser TERSER = FhirContext.forR4Cached().newTerser();

    private NamedByCondition() {}

    /** Changes the resource. Fault: forbidden. */
    static void narrow(Resource resource, Rights rights) {
        for (Reference reference : TERSER.getAllPopulatedChildElementsOfType(resource, Reference.class)) {
            if (reference.hasReference()
                    && CONDITIONAL.matcher(reference.getReference()).matches()) {
                Search asked = SearchUrl.read(reference.getReference());
                reference.setReference(asked.type() + "?" + SearchUrl.query(rights.condition(asked)));
            }
        }
    }
}
