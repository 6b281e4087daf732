package org.fascicle.sandbox.authority;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.JakartaServletUtils;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.fascicle.oauth.Scopes;

/** {@code /authority/token}: codes, refresh tokens and backend services. */
final class TokenServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final long LONGEST_REQUEST = 32 * 1024;

    private final transient Clients clients;
    private final transient Ledger ledger;
    private final transient Mint mint;
    private final transient GrantedTokens granted;

    TokenServlet(Clients clients, Ledger ledger, Mint mint, GrantedTokens granted) {
        this.clients = clients;
        this.ledger = ledger;
        this.mint = mint;
        this.granted = granted;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HTTPRequest received = JakartaServletUtils.createHTTPRequest(request, LONGEST_REQUEST);
        HTTPResponse answer = answer(received).toHTTPResponse();
        answer.setHeader("Cache-Control", "no-store");
        JakartaServletUtils.applyHTTPResponse(answer, response);
    }

    private TokenResponse answer(HTTPRequest received) {
        Optional<RegisteredClient> client = clients.sender(received);
        if (client.isEmpty()) {
            return new TokenErrorResponse(OAuth2Error.INVALID_CLIENT);
        }
        try {
            TokenRequest request = TokenRequest.parse(received);
            return answer(client.get(), request.getAuthorizationGrant(), request);
        } catch (ParseException unreadable) {
            return new TokenErrorResponse(
                    unreadable.getErrorObject() == null ? OAuth2Error.INVALID_REQUEST : unreadable.getErrorObject());
        }
    }

    private TokenResponse answer(RegisteredClient client, AuthorizationGrant grant, TokenRequest request) {
        if (grant instanceof AuthorizationCodeGrant code) {
            return granted(client, redeemed(code));
        }
        if (grant instanceof RefreshTokenGrant refresh) {
            return granted(
                    client, ledger.spendRefreshToken(refresh.getRefreshToken().getValue()));
        }
        if (grant instanceof ClientCredentialsGrant && client.isBackend()) {
            String scope = request.getScope() == null ? "" : request.getScope().toString();
            return backend(client, client.allowed(Scopes.parse(scope)));
        }
        return new TokenErrorResponse(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
    }

    /** The grant of a code, when redirect address and PKCE verifier are those it was given for. */
    private Optional<String> redeemed(AuthorizationCodeGrant presented) {
        Optional<Code> code = ledger.redeem(presented.getAuthorizationCode().getValue());
        return code.filter(one -> presented.getRedirectionURI() != null
                        && one.redirect().equals(presented.getRedirectionURI().toString()))
                .filter(one -> isAnswer(presented.getCodeVerifier(), one.challenge()))
                .map(Code::grant);
    }

    private static boolean isAnswer(CodeVerifier verifier, String challenge) {
        return verifier != null
                && CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                        .getValue()
                        .equals(challenge);
    }

    private TokenResponse granted(RegisteredClient client, Optional<String> id) {
        Optional<Grant> grant =
                id.flatMap(ledger::findGrant).filter(one -> one.client().equals(client.id()));
        return grant.isPresent()
                ? granted.response(client, id.orElseThrow(), grant.get())
                : new TokenErrorResponse(OAuth2Error.INVALID_GRANT);
    }

    private TokenResponse backend(RegisteredClient client, Scopes scopes) {
        if (scopes.words().isEmpty()) {
            return new TokenErrorResponse(OAuth2Error.INVALID_SCOPE);
        }
        String token = mint.access(client.id(), scopes.toString()).serialize();
        BearerAccessToken access =
                new BearerAccessToken(token, mint.accessLife().toSeconds(), Scope.parse(scopes.toString()));
        return new AccessTokenResponse(new Tokens(access, null));
    }
}
