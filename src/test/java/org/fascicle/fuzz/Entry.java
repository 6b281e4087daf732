package org.fascicle.fuzz;

import java.util.List;

/** A way in that is fuzzed: what it is fed with, and how that is sent. */
interface Entry {
    /** The name of its folder in {@code src/test/resources/fuzz}. */
    String name();

    List<Seed> seeds();

    /** What changes put in. */
    List<String> words();

    /** Where to, in words that {@link #request} understands. */
    List<String> targets();

    Sent request(String target, byte[] input);

    /**
     * A request as it goes over the wire.
     *
     * @param head its first line and special headers, each ended by CRLF
     */
    record Sent(byte[] head, byte[] body) {}
}
