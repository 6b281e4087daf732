package org.fascicle.http;

import jakarta.servlet.http.HttpServletResponse;

/** Headers that answers have in common. */
public final class Headers {
    private Headers() {}

    /** For what concerns one person: kept nowhere, told to no other site, taken for nothing else than it says. */
    public static void confidential(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }
}
