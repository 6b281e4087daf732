package org.fascicle.chart.embedded;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fascicle.chart.Key;
import org.fascicle.chart.SearchUrl;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Issue;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;

/**
 * The references inside a transaction: what points at an entry by its {@code fullUrl}, or at a stored resource by a search,
 * is made to point at the key.
 *
 * @see <a href="https://hl7.org/fhir/R4/http.html#trules">transaction processing rules</a>
 */
final class References {
    private static final Pattern CONDITIONAL = Pattern.compile("[A-Z][A-Za-z]+\\?.+", Pattern.DOTALL);

    private final FhirTerser terser = FhirContext.forR4Cached().newTerser();
    private final Map<String, Key> keys;
    private final Targets targets;
    private final List<Guard> guards = new ArrayList<>();

    References(Map<String, Key> keys, Targets targets) {
        this.keys = keys;
        this.targets = targets;
    }

    /** Changes the resource, which stands at this place in the Bundle. */
    void resolveIn(Resource resource, String place) throws SQLException {
        for (Type element : terser.getAllPopulatedChildElementsOfType(resource, Type.class)) {
            if (element instanceof Reference reference && reference.hasReference()) {
                resolve(reference, place);
            } else if (element instanceof UriType uri && keys.containsKey(uri.getValue())) {
                uri.setValue(keys.get(uri.getValue()).toString());
            }
        }
    }

    /** What the conditional references rest on. */
    List<Guard> guards() {
        return guards;
    }

    private void resolve(Reference reference, String place) throws SQLException {
        String literal = reference.getReference();
        if (keys.containsKey(literal)) {
            point(reference, keys.get(literal));
        } else if (literal.startsWith("urn:")) {
            String text = "`" + literal + "` is the `fullUrl` of no entry; add the entry or refer to a stored resource";
            throw new Fault(Kind.INVALID, text, List.of(new Issue("not-found", place, text)));
        } else if (CONDITIONAL.matcher(literal).matches()) {
            Guard guard = targets.theOne(SearchUrl.read(literal));
            guards.add(guard);
            point(reference, guard.found().get(0));
        }
    }

    private static void point(Reference reference, Key key) {
        reference.setReference(key.toString());
        reference.setResource(null);
    }
}
