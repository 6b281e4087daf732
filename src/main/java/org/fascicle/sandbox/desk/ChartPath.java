package org.fascicle.sandbox.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What an address below {@code /chart/} names.
 *
 * @param patient an id, not yet looked up
 * @param rest what follows it, without slashes at its ends; empty for the chart itself
 */
record ChartPath(String patient, String rest) {

    static ChartPath of(HttpServletRequest request) {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        String[] parts = path.substring(1).split("/", 2);
        return new ChartPath(parts[0], parts.length > 1 ? parts[1].replaceFirst("/$", "") : "");
    }
}
