package org.fascicle.testing;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser was shown. */
public record Page(URI address, int status, HttpHeaders headers, String body) {
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public List<String> headersNamed(String name) {
        return headers.allValues(name);
    }

    /** Where it redirects to. */
    public URI location() {
        return address.resolve(header("Location"));
    }

    public boolean redirects() {
        return status >= 300 && status < 400;
    }

    /** The parameters of the address it redirects to. */
    public Map<String, String> redirectParameters() {
        return parameters(location().getRawQuery());
    }

    /** The value of a hidden field. */
    public String hidden(String name) {
        Matcher field = Pattern.compile("type=\"hidden\" name=\"" + name + "\" value=\"([^\"]*)\"")
                .matcher(body);
        if (!field.find()) {
            throw new AssertionError("no hidden field " + name + " in: " + body);
        }
        return field.group(1);
    }

    public static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Arrays.stream(query == null ? new String[0] : query.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> parameters.put(decoded(pair[0]), pair.length > 1 ? decoded(pair[1]) : ""));
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
