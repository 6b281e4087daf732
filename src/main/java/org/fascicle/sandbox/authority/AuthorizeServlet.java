package org.fascicle.sandbox.authority;

import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.fascicle.oauth.Scopes;

/**
 * {@code /authority/authorize}: judges the request before any clinician sees it. A client or redirect address that is
 * not registered gets a page and no redirect; everything else is told to the client.
 */
final class AuthorizeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Addresses addresses;
    private final transient Clients clients;
    private final transient Ledger ledger;
    private final transient AuthorityPages pages;

    AuthorizeServlet(Addresses addresses, Clients clients, Ledger ledger, AuthorityPages pages) {
        this.addresses = addresses;
        this.clients = clients;
        this.ledger = ledger;
        this.pages = pages;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<RegisteredClient> client = clients.find(Form.text(request, "client_id"));
        String redirect = Form.text(request, "redirect_uri");
        if (client.isEmpty()
                || client.get().redirects().stream()
                        .noneMatch(one -> one.toString().equals(redirect))) {
            pages.refused(response, "`client_id` or `redirect_uri` is not registered.");
            return;
        }
        Scopes scopes = client.get().allowed(Scopes.parse(Form.text(request, "scope")));
        Optional<ErrorObject> fault = fault(request, scopes);
        if (fault.isPresent()) {
            Redirects.to(response, error(redirect, fault.get(), Form.text(request, "state")));
            return;
        }
        Optional<OpenChart> chart =
                scopes.has("launch") ? ledger.takeLaunch(Form.text(request, "launch")) : Optional.of(OpenChart.NONE);
        Redirects.to(
                response,
                chart.map(open -> consent(request, client.get(), scopes, open))
                        .orElseGet(() ->
                                error(redirect, wrong("launch is unknown or was used"), Form.text(request, "state"))));
    }

    private Optional<ErrorObject> fault(HttpServletRequest request, Scopes scopes) {
        if (!Form.text(request, "response_type").equals("code")) {
            return Optional.of(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE);
        }
        if (!Form.text(request, "code_challenge_method").equals("S256")
                || !Form.text(request, "code_challenge").matches("[A-Za-z0-9_-]{43}")) {
            return Optional.of(wrong("code_challenge with code_challenge_method S256 is required"));
        }
        if (!Form.text(request, "aud").equals(addresses.fhirBase())) {
            return Optional.of(wrong("aud is not this FHIR base"));
        }
        if (Form.text(request, "state").isEmpty()) {
            return Optional.of(wrong("state is required"));
        }
        return scopes.words().isEmpty() ? Optional.of(OAuth2Error.INVALID_SCOPE) : Optional.empty();
    }

    private URI consent(HttpServletRequest request, RegisteredClient client, Scopes scopes, OpenChart chart) {
        Asked.Proofs proofs = new Asked.Proofs(
                Form.text(request, "state"), Form.text(request, "nonce"), Form.text(request, "code_challenge"));
        Asked asked = new Asked(client.id(), Form.text(request, "redirect_uri"), proofs, scopes.toString(), chart);
        return addresses.at(Addresses.CONSENT + "?request=" + ledger.ask(asked));
    }

    private URI error(String redirect, ErrorObject error, String state) {
        State given = state.isEmpty() ? null : new State(state);
        return new AuthorizationErrorResponse(
                        URI.create(redirect), error, given, new Issuer(addresses.issuer()), ResponseMode.QUERY)
                .toURI();
    }

    private static ErrorObject wrong(String what) {
        return OAuth2Error.INVALID_REQUEST.setDescription(what);
    }
}
