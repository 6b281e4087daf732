package org.fascicle.oauth;

import java.util.EnumSet;
import java.util.Set;

/** What a scope lets one do; declared in the order in which SMART writes the letters. */
public enum Permission {
    CREATE,
    READ,
    UPDATE,
    DELETE,
    SEARCH;

    char letter() {
        return Character.toLowerCase(name().charAt(0));
    }

    /**
     * The permissions of a scope's suffix: an ordered part of {@code cruds}, or a word of SMART 1.
     *
     * @return empty when the suffix is neither
     */
    static Set<Permission> of(String suffix) {
        return switch (suffix) {
            case "read" -> EnumSet.of(READ, SEARCH);
            case "write" -> EnumSet.of(CREATE, UPDATE, DELETE);
            case "*" -> EnumSet.allOf(Permission.class);
            default -> letters(suffix);
        };
    }

    private static Set<Permission> letters(String suffix) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (Permission permission : values()) {
            if (suffix.indexOf(permission.letter()) >= 0) {
                permissions.add(permission);
            }
        }
        return letters(permissions).equals(suffix) ? permissions : EnumSet.noneOf(Permission.class);
    }

    /** In SMART's order. */
    static String letters(Set<Permission> permissions) {
        StringBuilder letters = new StringBuilder();
        EnumSet.allOf(Permission.class).stream()
                .filter(permissions::contains)
                .forEach(permission -> letters.append(permission.letter()));
        return letters.toString();
    }
}
