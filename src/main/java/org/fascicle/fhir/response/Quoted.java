package org.fascicle.fhir.response;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names from a sender, as they may be repeated to anyone: short and plain, or not at all. */
final class Quoted {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:/|~+-]{1,100}");

    private Quoted() {}

    /** To be read after "item", "answer" or the like. */
    static String name(String name) {
        return PLAIN.matcher(name).matches() ? "`" + name + "`" : "of that name";
    }

    static String anyOf(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
