package org.fascicle.knowledge.cql;

import org.fascicle.clinical.rule.Tables;

/** The first lines of a library, and its version. */
final class Header {
    static final String HELPERS = "FHIRHelpers";
    static final String FHIR_VERSION = "4.0.1";

    private Header() {}

    /** Of a library that uses no other and no FHIR. */
    static CqlSource of(String name) {
        return new CqlSource()
                .line("library %s version '%s'".formatted(name, Tables.VERSION))
                .line("");
    }

    /** Of a library over FHIR R4. */
    static CqlSource overFhir(String name) {
        return of(name).line("using FHIR version '%s'".formatted(FHIR_VERSION))
                .line("")
                .line("include %s version '%s'".formatted(HELPERS, FHIR_VERSION));
    }

    static String include(String name, String alias) {
        return "include %s version '%s' called %s".formatted(name, Tables.VERSION, alias);
    }

    static CqlLibrary finished(String name, String title, CqlSource source) {
        return new CqlLibrary(name, Tables.VERSION, title, source.toString().stripTrailing() + "\n");
    }
}
