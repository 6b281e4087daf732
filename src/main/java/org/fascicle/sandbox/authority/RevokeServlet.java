package org.fascicle.sandbox.authority;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.JakartaServletUtils;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.fascicle.oauth.BadToken;

/** {@code /authority/revoke} (RFC 7009): withdraws the whole grant of a token, when its own client asks. */
final class RevokeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final long LONGEST_REQUEST = 32 * 1024;

    private final transient Clients clients;
    private final transient Ledger ledger;
    private final transient TokenCheck check;

    RevokeServlet(Clients clients, Ledger ledger, TokenCheck check) {
        this.clients = clients;
        this.ledger = ledger;
        this.check = check;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HTTPRequest received = JakartaServletUtils.createHTTPRequest(request, LONGEST_REQUEST);
        JakartaServletUtils.applyHTTPResponse(answer(received), response);
    }

    private HTTPResponse answer(HTTPRequest received) {
        Optional<RegisteredClient> client = clients.sender(received);
        if (client.isEmpty()) {
            return refused(OAuth2Error.INVALID_CLIENT);
        }
        try {
            String token = TokenRevocationRequest.parse(received).getToken().getValue();
            ledger.grantOfRefreshToken(token)
                    .or(() -> grantOfAccessToken(token))
                    .filter(id -> isOf(client.get(), id))
                    .ifPresent(ledger::withdraw);
            return new HTTPResponse(HTTPResponse.SC_OK);
        } catch (ParseException unreadable) {
            return refused(OAuth2Error.INVALID_REQUEST);
        }
    }

    private static HTTPResponse refused(ErrorObject error) {
        return new TokenErrorResponse(error).toHTTPResponse();
    }

    private Optional<String> grantOfAccessToken(String token) {
        try {
            JWTClaimsSet claims = check.check(token);
            return Optional.ofNullable(claims.getStringClaim(Mint.GRANT));
        } catch (BadToken | java.text.ParseException unknown) {
            return Optional.empty();
        }
    }

    private boolean isOf(RegisteredClient client, String grant) {
        return ledger.findGrant(grant)
                .filter(one -> one.client().equals(client.id()))
                .isPresent();
    }
}
