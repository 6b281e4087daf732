package org.fascicle.sandbox.authority;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.fascicle.oauth.Handles;
import org.fascicle.state.Held;
import org.fascicle.state.Shelf;
import org.fascicle.state.State;

/** Who is signed in to the practice EHR, by a cookie of its own. */
public final class SignIn {
    private static final String COOKIE = "practice-ehr";

    private final Shelf<Person> sessions;
    private final People people;

    SignIn(State state, People people) {
        this.sessions = state.shelf("practice-sign-in", Person.class, Duration.ofHours(12));
        this.people = people;
    }

    /** The clinician whose browser this is. */
    public Optional<Person> find(HttpServletRequest request) {
        return handle(request).flatMap(sessions::find).map(Held::value);
    }

    /** Lets that clinician in; false when there is no such clinician. */
    boolean in(String clinician, HttpServletResponse response) {
        Optional<Person> person = people.findClinician(clinician);
        person.ifPresent(known -> {
            String handle = Handles.fresh();
            sessions.put(handle, known);
            response.addHeader("Set-Cookie", COOKIE + '=' + handle + "; Path=/; HttpOnly; SameSite=Lax");
        });
        return person.isPresent();
    }

    /** Ends the sign-in. */
    public void out(HttpServletRequest request, HttpServletResponse response) {
        handle(request).ifPresent(sessions::take);
        response.addHeader("Set-Cookie", COOKIE + "=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    }

    private static Optional<String> handle(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
