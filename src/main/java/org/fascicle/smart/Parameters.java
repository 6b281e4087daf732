package org.fascicle.smart;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.fascicle.smart.trouble.LaunchRefused;
import org.fascicle.smart.trouble.Trouble;

/** Query parameters of a launch or a callback. Each may be there once: of two, nobody could say which one counts. */
final class Parameters {
    private static final int LONGEST = 8192;

    private final HttpServletRequest request;
    private final Trouble trouble;

    Parameters(HttpServletRequest request, Trouble trouble) {
        this.request = request;
        this.trouble = trouble;
    }

    /** Empty when it is missing or blank. */
    Optional<String> find(String name) {
        String[] values = request.getParameterValues(name);
        if (values == null) {
            return Optional.empty();
        }
        if (values.length > 1 || values[0].length() > LONGEST) {
            throw new LaunchRefused(trouble, "`" + name + "` is there more than once, or is too long");
        }
        return Optional.of(values[0]).filter(value -> !value.isBlank());
    }
}
