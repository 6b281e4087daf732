package org.fascicle.smart;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fascicle.http.Html;
import org.fascicle.http.PlainPage;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.trouble.LaunchRefused;

/** The few pages there are before a launch has succeeded. */
final class LaunchPages {
    private final URI base;

    LaunchPages(URI base) {
        this.base = base;
    }

    /** What went wrong and what to do; shown in the EHR's frame when we know the EHR. */
    void refused(HttpServletResponse response, LaunchRefused refused, Optional<Ehr> ehr) throws IOException {
        String body = "<p>" + Html.escape(refused.trouble().remedy()) + "</p><p>Reason: "
                + Html.escape(refused.getMessage()) + "</p>";
        new PlainPage(refused.trouble().what(), body)
                .send(response, refused.trouble().status(), framers(ehr), List.of());
    }

    /** The browser keeps no cookie for us, as browsers do in another site's frame: in a window of our own it will. */
    void newWindow(HttpServletResponse response, Ehr ehr, Optional<String> launch) throws IOException {
        String address = Html.escape(base + "/launch" + query(ehr, launch));
        String body = "<p>This browser keeps no cookie for Fascicle inside the EHR's window, so it could not tell your"
                + " session from another's.</p><p><a href=\"" + address
                + "\" target=\"_blank\" rel=\"noopener\">Open Fascicle in a new window</a></p>"
                + "<p>If that window shows this page again, allow cookies for Fascicle in the browser's settings.</p>";
        new PlainPage("Open Fascicle in a new window", body).send(response, 200, framers(Optional.of(ehr)), List.of());
    }

    /** Which of several EHRs to begin with, when none launched us. */
    void choice(HttpServletResponse response, List<Ehr> ehrs) throws IOException {
        String choices = ehrs.stream()
                .map(ehr -> "<li><a href=\"" + Html.escape(base + "/launch" + query(ehr, Optional.empty())) + "\">"
                        + Html.escape(ehr.name()) + "</a></li>")
                .collect(Collectors.joining());
        new PlainPage("Choose the EHR", "<ul>" + choices + "</ul>").send(response, 200, List.of(), List.of());
    }

    void goodbye(HttpServletResponse response, Optional<Ehr> ehr) throws IOException {
        String body = "<p>Nothing of this session is kept here. You may close the window.</p>";
        new PlainPage("You are signed out of Fascicle", body).send(response, 200, framers(ehr), List.of());
    }

    /** The question mark and what comes after {@code /launch}. */
    static String query(Ehr ehr, Optional<String> launch) {
        return "?iss=" + encoded(ehr.issuer())
                + launch.map(handle -> "&launch=" + encoded(handle)).orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> framers(Optional<Ehr> ehr) {
        return ehr.map(known -> known.terms().frameOrigins()).orElse(List.of());
    }
}
