package org.fascicle.look;

import java.util.List;

/**
 * What a page may load and who may frame it: nothing but our own script and style, nothing inline, no other origin.
 *
 * @param framers origins that may show the page in a frame, beside our own
 * @param formTargets origins that a form may lead to, beside our own
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy</a>
 */
public record ContentPolicy(List<String> framers, List<String> formTargets) {

    public static final ContentPolicy OURS_ALONE = new ContentPolicy(List.of(), List.of());

    public ContentPolicy {
        framers = List.copyOf(framers);
        formTargets = List.copyOf(formTargets);
    }

    String header() {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                + " base-uri 'none'; form-action 'self'" + spaced(formTargets)
                + "; frame-ancestors 'self'" + spaced(framers);
    }

    private static String spaced(List<String> origins) {
        return origins.isEmpty() ? "" : " " + String.join(" ", origins);
    }
}
