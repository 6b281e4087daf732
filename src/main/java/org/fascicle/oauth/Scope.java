package org.fascicle.oauth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One resource scope of <a href="https://hl7.org/fhir/smart-app-launch/scopes-and-launch-context.html">SMART 2</a>,
 * such as {@code patient/Observation.rs?category=laboratory}. Scopes of SMART 1 are read into the same form.
 *
 * @param type a resource type, or {@code *} for all
 * @param query narrows the scope to what this search finds, without the question mark; empty for no narrowing
 */
public record Scope(Context context, String type, Set<Permission> permissions, String query) {
    private static final Pattern FORM =
            Pattern.compile("(patient|user|system)/([A-Z][A-Za-z]{1,60}|\\*)\\.([a-z]{1,5}|\\*)(?:\\?(.+))?");

    private static final Pattern SYSTEM = Pattern.compile("=[^=&|]*\\|");

    /** Whose data a scope is about. */
    public enum Context {
        PATIENT,
        USER,
        SYSTEM;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Scope {
        permissions = Set.copyOf(permissions);
    }

    /**
     * Empty for what is not a resource scope ({@code openid}), or is one in no defined form ({@code patient/*.dus}).
     */
    public static Optional<Scope> find(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Context context = Context.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
        Set<Permission> permissions = Permission.of(parts.group(3));
        String query = parts.group(4) == null ? "" : parts.group(4);
        return permissions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Scope(context, parts.group(2), permissions, query));
    }

    public boolean covers(String resourceType) {
        return type.equals("*") || type.equals(resourceType);
    }

    /** Whether everything the other asks for is in this one; the patient's data are part of the user's. */
    public boolean covers(Scope other) {
        return mayMeet(other) && (query.isEmpty() || sameSearch(other));
    }

    /** Whether at least some of the data the other asks for is in this one, with all of the permissions. */
    public boolean coversSome(Scope other) {
        return mayMeet(other) && (query.isEmpty() || other.query.isEmpty() || sameSearch(other));
    }

    private boolean mayMeet(Scope other) {
        return (context == other.context || context == Context.USER && other.context == Context.PATIENT)
                && covers(other.type)
                && permissions.containsAll(other.permissions);
    }

    /** A code counts with or without its system: {@code category=laboratory}. */
    private boolean sameSearch(Scope other) {
        return code(query).equals(code(other.query));
    }

    private static String code(String search) {
        return SYSTEM.matcher(search.replace("%7C", "|").replace("%7c", "|")).replaceAll("=");
    }

    /** The same scope with one permission. */
    Scope only(Permission permission) {
        return new Scope(context, type, Set.of(permission), query);
    }

    /** The same in the words of SMART 1, for a server that knows no others; wider, as those are. */
    List<String> inVersion1() {
        List<String> scopes = new ArrayList<>();
        if (permissions.contains(Permission.READ) || permissions.contains(Permission.SEARCH)) {
            scopes.add(context.word() + '/' + type + ".read");
        }
        if (permissions.stream().anyMatch(one -> one != Permission.READ && one != Permission.SEARCH)) {
            scopes.add(context.word() + '/' + type + ".write");
        }
        return scopes;
    }

    /** As SMART 2 writes it. */
    @Override
    public String toString() {
        String narrowed = query.isEmpty() ? "" : '?' + query;
        return context.word() + '/' + type + '.' + Permission.letters(permissions) + narrowed;
    }
}
