package org.fascicle.sandbox.authority;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionErrorResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.JakartaServletUtils;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.fascicle.oauth.BadToken;

/** {@code /authority/introspect} (RFC 7662): tells a client with a credential whether a token holds, and for what. */
final class IntrospectServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final long LONGEST_REQUEST = 32 * 1024;

    private final transient Clients clients;
    private final transient TokenCheck check;

    IntrospectServlet(Clients clients, TokenCheck check) {
        this.clients = clients;
        this.check = check;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HTTPRequest received = JakartaServletUtils.createHTTPRequest(request, LONGEST_REQUEST);
        JakartaServletUtils.applyHTTPResponse(answer(received).toHTTPResponse(), response);
    }

    private TokenIntrospectionResponse answer(HTTPRequest received) {
        boolean known = clients.sender(received)
                .filter(client -> !(client.credential() instanceof RegisteredClient.Credential.None))
                .isPresent();
        if (!known) {
            return new TokenIntrospectionErrorResponse(OAuth2Error.INVALID_CLIENT);
        }
        try {
            String token = TokenIntrospectionRequest.parse(received).getToken().getValue();
            return active(check.check(token));
        } catch (ParseException unreadable) {
            return new TokenIntrospectionErrorResponse(OAuth2Error.INVALID_REQUEST);
        } catch (BadToken | java.text.ParseException inactive) {
            return new TokenIntrospectionSuccessResponse.Builder(false).build();
        }
    }

    private static TokenIntrospectionResponse active(JWTClaimsSet claims) throws java.text.ParseException {
        TokenIntrospectionSuccessResponse.Builder answer = new TokenIntrospectionSuccessResponse.Builder(true)
                .tokenType(AccessTokenType.BEARER)
                .issuer(new Issuer(claims.getIssuer()))
                .subject(new Subject(claims.getSubject()))
                .audience(Audience.create(claims.getAudience()))
                .expirationTime(claims.getExpirationTime())
                .issueTime(claims.getIssueTime())
                .clientID(new ClientID(claims.getStringClaim("client_id")))
                .scope(Scope.parse(claims.getStringClaim("scope")));
        for (String name : List.of("patient", "encounter", "fhirUser")) {
            if (claims.getStringClaim(name) != null) {
                answer.parameter(name, claims.getStringClaim(name));
            }
        }
        return answer.build();
    }
}
