package org.fascicle.smart;

/**
 * What it takes to find a launch: the handle in the page's path, and the browser it was given to. Neither is enough
 * alone.
 *
 * @param browser from the cookie
 * @param handle from the path
 */
public record LaunchKey(String browser, String handle) {
    String name() {
        return browser + '.' + handle;
    }

    /** Both are secrets. */
    @Override
    public String toString() {
        return "LaunchKey[]";
    }
}
