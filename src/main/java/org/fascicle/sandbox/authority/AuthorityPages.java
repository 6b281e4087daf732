package org.fascicle.sandbox.authority;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fascicle.look.Assets;
import org.fascicle.look.ContentPolicy;
import org.fascicle.look.Frame;
import org.fascicle.look.HtmlAnswer;
import org.fascicle.look.Templates;
import org.fascicle.look.Words;
import org.fascicle.oauth.Scope;
import org.fascicle.oauth.Scopes;
import org.fascicle.oauth.WebAddress;

/** The pages a clinician meets at the authorization server. */
final class AuthorityPages {
    private static final Words WORDS = Words.only(Locale.ENGLISH);

    /** Forms lead on to pages at our own name, also when the browser knows this machine by the other. */
    private final String origin;

    private final Templates templates = new Templates();
    private final Assets assets = new Assets();

    AuthorityPages(Addresses addresses) {
        origin = WebAddress.origin(addresses.base());
    }

    void signIn(HttpServletResponse response, String request, List<Person> clinicians) throws IOException {
        String title = "Sign in to the practice EHR";
        Object page = new ChoicePage(frame(title), title, Addresses.SIGN_IN, "clinician", clinicians, request);
        send(response, 200, "ward/choice", page, List.of(origin));
    }

    void choosePatient(HttpServletResponse response, String request, List<Person> patients) throws IOException {
        String title = "Choose a patient";
        Object page = new ChoicePage(frame(title), title, Addresses.PATIENT, "patient", patients, request);
        send(response, 200, "ward/choice", page, List.of(origin));
    }

    /** Each scope with its box; those without which there is no launch stand without one. */
    void consent(HttpServletResponse response, String request, RegisteredClient client, Asked asked, Person clinician)
            throws IOException {
        List<AskedScope> scopes = Scopes.parse(asked.scope()).words().stream()
                .filter(AuthorityPages::isChoice)
                .map(AskedScope::of)
                .toList();
        Object page = new ConsentPage(
                frame("Allow access?"), client.name(), clinician.name(), scopes, Addresses.CONSENT, request);
        List<String> targets = List.of(origin, WebAddress.origin(URI.create(asked.redirect())));
        send(response, 200, "ward/consent", page, targets);
    }

    /** What may be taken away: everything but who and which launch it is. */
    static boolean isChoice(String scope) {
        return Scope.find(scope).isPresent() || scope.endsWith("_access");
    }

    void refused(HttpServletResponse response, String why) throws IOException {
        Object page = new RefusedPage(frame("This request cannot be answered"), why);
        send(response, 400, "ward/refused", page, List.of(origin));
    }

    private Frame frame(String title) {
        Frame.Top nobody = new Frame.Top(Optional.empty(), List.of(), Optional.empty());
        return new Frame(title, WORDS, assets, new Frame.Link("Lindenford Practice", "/"), List.of(), nobody);
    }

    private void send(HttpServletResponse response, int status, String template, Object page, List<String> targets)
            throws IOException {
        new HtmlAnswer(status, templates.draw(template, page), new ContentPolicy(List.of(), targets)).send(response);
    }
}
