package org.fascicle.fhir.term;

import java.util.Map;

/** The other names by which charts call the code systems we read: object identifiers, editions, a slash too many. */
public final class SystemAliases {
    private static final Map<String, String> ALIASES = Map.of(
            "urn:oid:2.16.840.1.113883.6.1", Systems.LOINC,
            "urn:oid:2.16.840.1.113883.6.96", Systems.SNOMED,
            "urn:oid:2.16.840.1.113883.6.88", Systems.RXNORM,
            "urn:oid:2.16.840.1.113883.6.73", Systems.ATC);

    private static final String SNOMED_EDITION = Systems.SNOMED + "/";

    private SystemAliases() {}

    /** The system's own address. */
    public static String canonical(String system) {
        String plain = withoutSlash(system.startsWith("https:") ? "http:" + system.substring(6) : system);
        return plain.startsWith(SNOMED_EDITION) ? Systems.SNOMED : ALIASES.getOrDefault(plain, plain);
    }

    private static String withoutSlash(String system) {
        return system.endsWith("/") ? withoutSlash(system.substring(0, system.length() - 1)) : system;
    }
}
