package org.fascicle.smart;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.fascicle.oauth.Handles;

/**
 * The cookie by which we know a browser again. It says nothing and opens nothing by itself.
 *
 * <p>Over https it survives in an EHR's frame ({@code SameSite=None; Partitioned}) and no sibling host can plant it
 * ({@code __Host-}). On this machine without TLS it is as strict as such a cookie can be.
 */
final class BrowserCookie {
    private final boolean secure;
    private final String name;

    BrowserCookie(URI base) {
        secure = base.getScheme().equals("https");
        name = secure ? "__Host-fascicle" : "fascicle";
    }

    Optional<String> find(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(Handles::isHandle)
                        .findFirst();
    }

    void give(HttpServletResponse response, String browser) {
        String attributes =
                secure ? "; Path=/; HttpOnly; Secure; SameSite=None; Partitioned" : "; Path=/; HttpOnly; SameSite=Lax";
        response.addHeader("Set-Cookie", name + '=' + browser + attributes);
    }
}
