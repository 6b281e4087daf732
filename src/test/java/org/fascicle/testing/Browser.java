package org.fascicle.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A browser as far as HTTP goes: it keeps cookies (unless told not to), and follows redirects when asked. */
public final class Browser {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final boolean keepsCookies;

    private Browser(boolean keepsCookies) {
        this.keepsCookies = keepsCookies;
    }

    public static Browser fresh() {
        return new Browser(true);
    }

    /** One that blocks cookies, as browsers do for another site's frame. */
    public static Browser withoutCookies() {
        return new Browser(false);
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public Page get(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    public Page get(String address) {
        return get(URI.create(address));
    }

    public Page post(URI address, Map<String, String> form) {
        String body = form(form);
        return post(address, body);
    }

    public Page post(URI address, String form) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Goes where it is sent, until a page is shown or an address is reached that begins so. */
    public Page follow(Page page, String until) {
        Page shown = page;
        for (int i = 0; i < 10 && shown.redirects(); i++) {
            if (shown.location().toString().startsWith(until)) {
                return shown;
            }
            shown = get(shown.location());
        }
        return shown;
    }

    public Page follow(Page page) {
        return follow(page, "nowhere");
    }

    public Page send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(one -> one.getKey() + '=' + one.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Page(response.uri(), response.statusCode(), response.headers(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (keepsCookies && cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else if (keepsCookies) {
            cookies.put(pair[0], pair[1]);
        }
    }

    public static String form(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(one -> one.getKey() + '=' + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
