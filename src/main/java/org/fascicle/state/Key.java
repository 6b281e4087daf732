package org.fascicle.state;

/**
 * Where an entry stands.
 *
 * @param kind what sort of thing it is, such as {@code launch}
 * @param name its name among its kind; written as it is, so never a secret (see {@link #digested})
 */
public record Key(String kind, String name) {

    /** With the digest of a name that is secret, long, or someone else's to choose. */
    public static Key digested(String kind, String name) {
        return new Key(kind, Digest.of(name));
    }
}
