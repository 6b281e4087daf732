package org.fascicle.operating;

import static java.util.Objects.requireNonNull;

/**
 * One thing the program cannot work without.
 *
 * @param name for people: {@code store}
 * @param check returns when it works; throws a {@link org.fascicle.fault.Fault} when it does not
 */
public record Probe(String name, Runnable check) {
    public Probe {
        requireNonNull(name);
        requireNonNull(check);
    }
}
