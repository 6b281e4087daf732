package org.fascicle.api.definition;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiPredicate;
import org.fascicle.fhir.profile.Definition;

/** What published definitions can be searched by. */
public enum DefinitionParameter {
    ID("_id", "token", (definition, value) -> definition.id().equals(value)),
    URL("url", "uri", (definition, value) -> definition.url().equals(value)),
    VERSION("version", "token", (definition, value) -> definition.version().equals(value)),
    NAME(
            "name",
            "string",
            (definition, value) -> definition
                    .resource()
                    .getName()
                    .toLowerCase(Locale.ROOT)
                    .startsWith(value.toLowerCase(Locale.ROOT)));

    private final String code;
    private final String type;
    private final BiPredicate<Definition, String> test;

    DefinitionParameter(String code, String type, BiPredicate<Definition, String> test) {
        this.code = code;
        this.type = type;
        this.test = test;
    }

    /** As it stands in a search. */
    public String code() {
        return code;
    }

    /** A code of search-param-type. */
    public String type() {
        return type;
    }

    /** @param anyOf with commas between them */
    boolean holds(Definition definition, String anyOf) {
        return Arrays.stream(anyOf.split(",")).anyMatch(value -> test.test(definition, value));
    }
}
