package org.fascicle.look;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages a page can be read in, and which one a reader wants: as switched, else as the browser asks. */
public final class Language {
    /** The request parameter that switches. */
    public static final String PARAMETER = "lang";

    /** English first: it is what a reader of neither gets. */
    public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final String COOKIE = "fascicle-language";
    private static final int A_YEAR = 31_536_000;

    private Language() {}

    /** The reader's language; a switch made by this very request is kept for the next. */
    public static Locale of(HttpServletRequest request, HttpServletResponse response) {
        Optional<Locale> switched = find(request.getParameter(PARAMETER));
        switched.ifPresent(locale -> keep(locale, request, response));
        return switched.or(() -> kept(request)).orElseGet(() -> asked(request));
    }

    private static Optional<Locale> kept(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.ofNullable(cookies)
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie -> find(cookie.getValue()).stream())
                .findFirst();
    }

    private static Locale asked(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return ALL.get(0);
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> find(locale.getLanguage()).stream())
                .findFirst()
                .orElse(ALL.get(0));
    }

    private static Optional<Locale> find(String code) {
        return ALL.stream().filter(locale -> locale.getLanguage().equals(code)).findFirst();
    }

    /** Kept in frames too, where the connection allows it. It says nothing of the person but a language. */
    private static void keep(Locale locale, HttpServletRequest request, HttpServletResponse response) {
        String frames = request.isSecure() ? "; SameSite=None; Secure; Partitioned" : "; SameSite=Lax";
        response.addHeader(
                "Set-Cookie",
                COOKIE + "=" + locale.getLanguage() + "; Path=/; Max-Age=" + A_YEAR + "; HttpOnly" + frames);
    }
}
