package org.fascicle.fhir.result;

import static org.fascicle.fhir.json.Types.identifier;
import static org.fascicle.fhir.json.Types.reference;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.fhir.json.Element;
import org.fascicle.fhir.term.Systems;

/**
 * How the parts of one result are named: the same response always gives the same names, so that nothing is ever written
 * twice.
 */
public record Names(String key) {
    public static final String ASSESSMENT = Systems.BASE + "/identifier/assessment";
    public static final String FINGERPRINT = Systems.BASE + "/identifier/fingerprint";
    public static final String PROPOSAL = Systems.PROPOSAL_IDENTIFIER;
    public static final String REQUISITION = Systems.BASE + "/identifier/requisition";
    public static final String RESPONSE = Systems.BASE + "/identifier/response";
    public static final String SOFTWARE = Systems.BASE + "/identifier/software";

    /** The part of a proposal's identifier and full URL that tells it from the others. */
    public static String slug(Activity activity) {
        return activity.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The activity a proposal's identifier names; empty for another kind of identifier. */
    public static Optional<Activity> findActivity(String identifier) {
        String slug = identifier.substring(identifier.lastIndexOf('/') + 1);
        return Arrays.stream(Activity.values())
                .filter(activity -> slug(activity).equals(slug))
                .findFirst();
    }

    Element assessment() {
        return identifier(ASSESSMENT, key);
    }

    Element requisition() {
        return identifier(REQUISITION, key);
    }

    Element proposal(String what) {
        return identifier(PROPOSAL, key + "/" + what);
    }

    /** The full URL within the result Bundle, before a store has given an id. */
    String url(String what) {
        byte[] name = (key + "/" + what).getBytes(StandardCharsets.UTF_8);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name);
    }

    Part part(String what, Element resource) {
        return new Part(url(what), resource.json());
    }

    /** Who judged: this program, by name and rule version. */
    static Element software() {
        return reference("Device", identifier(SOFTWARE, "fascicle"), "Fascicle, rules " + Tables.VERSION);
    }
}
