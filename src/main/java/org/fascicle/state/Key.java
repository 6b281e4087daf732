package org.fascicle.state;

/**
 * Where an entry stands.
 *
 * @param kind what sort of thing it is, such as {@code launch}
 * @param name its name among its kind; written as it is, so never a secret (a {@link Shelf} digests it)
 */
public record Key(String kind, String name) {}
