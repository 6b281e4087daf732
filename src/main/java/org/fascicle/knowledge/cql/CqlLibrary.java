package org.fascicle.knowledge.cql;

/**
 * One CQL library.
 *
 * @param source its text, ending in a newline
 */
public record CqlLibrary(String name, String version, String title, String source) {

    @Override
    public String toString() {
        return name + "|" + version;
    }
}
