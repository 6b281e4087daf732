package org.fascicle.sandbox.authority;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.fascicle.http.Html;
import org.fascicle.http.PlainPage;
import org.fascicle.oauth.Scope;
import org.fascicle.oauth.Scopes;
import org.fascicle.oauth.WebAddress;

/** The pages a clinician meets at the authorization server. All of its HTML is here. */
final class AuthorityPages {
    /** Forms lead on to pages at our own name, also when the browser knows this machine by the other. */
    private final String origin;

    AuthorityPages(Addresses addresses) {
        origin = WebAddress.origin(addresses.base());
    }

    void signIn(HttpServletResponse response, String request, List<Person> clinicians) throws IOException {
        String buttons = buttons("clinician", clinicians);
        send(
                response,
                200,
                "Sign in to the practice EHR",
                "<p>Everyone here is invented. Choose who you are:</p>" + form(Addresses.SIGN_IN, request, buttons));
    }

    void choosePatient(HttpServletResponse response, String request, List<Person> patients) throws IOException {
        send(response, 200, "Choose a patient", form(Addresses.PATIENT, request, buttons("patient", patients)));
    }

    /** Each scope with its box; those without which there is no launch stand without one. */
    void consent(HttpServletResponse response, String request, RegisteredClient client, Asked asked, Person clinician)
            throws IOException {
        Scopes scopes = Scopes.parse(asked.scope());
        String boxes = scopes.words().stream()
                .filter(AuthorityPages::isChoice)
                .map(AuthorityPages::box)
                .collect(Collectors.joining());
        String body = "<p>" + Html.escape(client.name()) + " asks for access, " + Html.escape(clinician.name())
                + ". Take away what it should not have.</p>"
                + form(
                        Addresses.CONSENT,
                        request,
                        "<fieldset><legend>Access</legend>" + boxes + "</fieldset>"
                                + button("decision", "allow", "Allow") + button("decision", "deny", "Deny"));
        new PlainPage("Allow access?", body)
                .send(response, 200, List.of(), List.of(origin, WebAddress.origin(URI.create(asked.redirect()))));
    }

    /** What may be taken away: everything but who and which launch it is. */
    static boolean isChoice(String scope) {
        return Scope.find(scope).isPresent() || scope.endsWith("_access");
    }

    void refused(HttpServletResponse response, String why) throws IOException {
        send(response, 400, "This request cannot be answered", "<p>" + Html.escape(why) + "</p>");
    }

    private void send(HttpServletResponse response, int status, String title, String body) throws IOException {
        new PlainPage(title, body).send(response, status, List.of(), List.of(origin));
    }

    private static String form(String action, String request, String inside) {
        return "<form method=\"post\" action=\"" + Html.escape(action)
                + "\"><input type=\"hidden\" name=\"request\" value=\"" + Html.escape(request) + "\">" + inside
                + "</form>";
    }

    private static String buttons(String field, List<Person> people) {
        return people.stream()
                .map(person -> "<p>" + button(field, person.id(), person.name()) + "</p>")
                .collect(Collectors.joining());
    }

    private static String button(String field, String value, String words) {
        return "<button name=\"" + field + "\" value=\"" + Html.escape(value) + "\">" + Html.escape(words)
                + "</button> ";
    }

    private static String box(String scope) {
        String escaped = Html.escape(scope);
        return "<p><label><input type=\"checkbox\" name=\"scope\" value=\"" + escaped + "\" checked> " + escaped
                + "</label></p>";
    }
}
