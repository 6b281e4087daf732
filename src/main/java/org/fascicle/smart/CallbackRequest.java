package org.fascicle.smart;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.fascicle.smart.trouble.LaunchRefused;
import org.fascicle.smart.trouble.Trouble;

/**
 * What came to the callback.
 *
 * @param path that it came to, {@code /callback} or an EHR's own
 * @param browser by its cookie
 * @param state without which nothing else is looked at
 * @param issuer who answers, by RFC 9207
 */
record CallbackRequest(
        String path,
        Optional<String> browser,
        String state,
        Optional<String> code,
        Optional<String> error,
        Optional<String> issuer) {

    static CallbackRequest of(HttpServletRequest request, Optional<String> browser) {
        Parameters parameters = new Parameters(request, Trouble.NOT_OURS);
        return new CallbackRequest(
                request.getRequestURI(),
                browser,
                parameters.find("state").orElseThrow(() -> new LaunchRefused(Trouble.NOT_OURS, "`state` is missing")),
                parameters.find("code"),
                parameters.find("error").map(code -> told(code, parameters.find("error_description"))),
                parameters.find("iss"));
    }

    private static String told(String code, Optional<String> description) {
        String told = "the EHR answered `" + code + "` " + description.orElse("");
        return told.substring(0, Math.min(told.length(), 500));
    }

    @Override
    public String toString() {
        return "CallbackRequest[]";
    }
}
