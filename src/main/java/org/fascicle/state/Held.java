package org.fascicle.state;

/**
 * A value and the version in which it was read, so that it is only replaced by one who has seen it.
 *
 * @param version counts up with each replacement
 */
public record Held<T>(T value, long version) {
    @Override
    public String toString() {
        return "Held[version=" + version + "]";
    }
}
