package org.fascicle.sandbox.authority;

import jakarta.servlet.http.HttpServletRequest;

/** What a browser or client sent, in the query or in a form. */
final class Form {
    private Form() {}

    /** Empty when it is missing, or there more than once. */
    static String text(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null || values.length != 1 ? "" : values[0];
    }
}
