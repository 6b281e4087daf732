package org.fascicle.fhir.term;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The other names by which charts call the code systems we read: object identifiers, editions, a slash too many. */
public final class SystemAliases {
    private static final Map<String, String> ALIASES = Map.of(
            "loinc", Systems.LOINC,
            "http://www.loinc.org", Systems.LOINC,
            "urn:oid:2.16.840.1.113883.6.1", Systems.LOINC,
            "urn:oid:2.16.840.1.113883.6.96", Systems.SNOMED,
            "urn:oid:2.16.840.1.113883.6.88", Systems.RXNORM,
            "urn:oid:2.16.840.1.113883.6.73", Systems.ATC);

    private static final Set<String> OWN = Set.copyOf(ALIASES.values());

    private static final Pattern OID = Pattern.compile("[0-2](?:\\.[0-9]+){3,}");

    private static final String SNOMED_EDITION = Systems.SNOMED + "/";

    private SystemAliases() {}

    /** The system's own address. */
    public static String canonical(String system) {
        String plain = withoutSlash(system.startsWith("https:") ? "http:" + system.substring(6) : system);
        String known = plain.toLowerCase(Locale.ROOT);
        String named = OID.matcher(known).matches() ? "urn:oid:" + known : known;
        return named.startsWith(SNOMED_EDITION)
                ? Systems.SNOMED
                : ALIASES.getOrDefault(named, OWN.contains(known) ? known : plain);
    }

    private static String withoutSlash(String system) {
        return system.endsWith("/") ? withoutSlash(system.substring(0, system.length() - 1)) : system;
    }
}
