package org.fascicle.sandbox.authority;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.oauth.Scopes;

/**
 * {@code /authority/consent} and {@code /authority/patient}: the clinician signs in, picks a patient where none is
 * open, and allows all, some or nothing of what is asked.
 */
final class ConsentServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Addresses addresses;
    private final transient Clients clients;
    private final transient Ledger ledger;
    private final transient SignIn signIn;
    private final transient People people;
    private final transient AuthorityPages pages;

    ConsentServlet(
            Addresses addresses, Clients clients, Ledger ledger, SignIn signIn, People people, AuthorityPages pages) {
        this.addresses = addresses;
        this.clients = clients;
        this.ledger = ledger;
        this.signIn = signIn;
        this.people = people;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = Form.text(request, "request");
        Optional<Asked> asked = ledger.findAsked(id);
        Optional<Person> clinician = signIn.find(request);
        if (asked.isEmpty()) {
            pages.refused(response, "This request has expired.");
        } else if (clinician.isEmpty()) {
            Redirects.to(response, addresses.at(Addresses.SIGN_IN + "?request=" + id));
        } else if (isOfAnother(asked.get(), clinician.get())) {
            pages.refused(response, "This launch was begun by another clinician. Launch it again.");
        } else if (lacksPatient(asked.get())) {
            pages.choosePatient(response, id, people.patients().get());
        } else {
            RegisteredClient client = clients.find(asked.get().client()).orElseThrow();
            pages.consent(response, id, client, asked.get(), clinician.get());
        }
    }

    private static boolean isOfAnother(Asked asked, Person clinician) {
        String launcher = asked.chart().clinician();
        return !launcher.isEmpty() && !launcher.equals(clinician.id());
    }

    private static boolean lacksPatient(Asked asked) {
        return asked.chart().patient().isEmpty() && Scopes.parse(asked.scope()).has("launch/patient");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Person> clinician = signIn.find(request);
        if (clinician.isEmpty()) {
            pages.refused(response, "Nobody is signed in.");
        } else if (request.getServletPath().equals(Addresses.PATIENT)) {
            pick(request, response);
        } else {
            decide(request, response, clinician.get());
        }
    }

    private void pick(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = Form.text(request, "request");
        Optional<Person> patient = people.findPatient(Form.text(request, "patient"));
        if (patient.isEmpty()) {
            pages.refused(response, "There is no such patient.");
            return;
        }
        ledger.findAsked(id)
                .ifPresent(asked -> ledger.update(
                        id, asked.with(asked.chart().of(patient.get().id()))));
        Redirects.to(response, addresses.at(Addresses.CONSENT + "?request=" + id));
    }

    private void decide(HttpServletRequest request, HttpServletResponse response, Person clinician) throws IOException {
        Optional<Asked> asked = ledger.takeAsked(Form.text(request, "request"))
                .filter(one -> !isOfAnother(one, clinician) && !lacksPatient(one));
        if (asked.isEmpty()) {
            pages.refused(response, "This request has expired.");
            return;
        }
        boolean allowed = Form.text(request, "decision").equals("allow");
        String[] boxes = request.getParameterValues("scope");
        Set<String> kept = boxes == null ? Set.of() : Set.copyOf(List.of(boxes));
        Redirects.to(response, allowed ? granted(asked.get(), clinician, kept) : denied(asked.get()));
    }

    private URI granted(Asked asked, Person clinician, Set<String> kept) {
        List<String> scope = Scopes.parse(asked.scope()).words().stream()
                .filter(word -> kept.contains(word) || !AuthorityPages.isChoice(word))
                .toList();
        Grant grant = new Grant(
                asked.client(),
                String.join(" ", scope),
                asked.chart().by(clinician.id()),
                asked.proofs().nonce());
        String code = ledger.grant(grant, asked.redirect(), asked.proofs().challenge());
        return new AuthorizationSuccessResponse(
                        URI.create(asked.redirect()),
                        new AuthorizationCode(code),
                        null,
                        new State(asked.proofs().state()),
                        new Issuer(addresses.issuer()),
                        ResponseMode.QUERY)
                .toURI();
    }

    private URI denied(Asked asked) {
        return new AuthorizationErrorResponse(
                        URI.create(asked.redirect()),
                        OAuth2Error.ACCESS_DENIED,
                        new State(asked.proofs().state()),
                        new Issuer(addresses.issuer()),
                        ResponseMode.QUERY)
                .toURI();
    }
}
