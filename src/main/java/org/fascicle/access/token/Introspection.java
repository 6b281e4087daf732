package org.fascicle.access.token;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.fascicle.oauth.BadToken;
import org.fascicle.oauth.Outbound;

/**
 * Asks the authorization server about a token (<a href="https://www.rfc-editor.org/rfc/rfc7662">RFC 7662</a>), for tokens
 * that do not speak for themselves. Each is asked about anew, so that a withdrawn one is refused at once.
 */
public final class Introspection implements TokenCheck {
    private final Server server;
    private final Outbound outbound;
    private final Clock clock;

    public Introspection(Server server, Outbound outbound, Clock clock) {
        this.server = server;
        this.outbound = outbound;
        this.clock = clock;
    }

    /**
     * The server that is asked.
     *
     * @param address its introspection endpoint
     * @param client our name there
     * @param audiences one of these has to be among a token's {@code aud}; empty when that server answers for us alone
     */
    public record Server(URI address, String client, String secret, Set<String> audiences) {
        public Server {
            audiences = Set.copyOf(audiences);
        }

        @Override
        public String toString() {
            return "Server[" + address + "]";
        }
    }

    @Override
    public JWTClaimsSet check(String token) throws BadToken {
        try {
            HTTPResponse answer = outbound.send(new TokenIntrospectionRequest(
                            server.address(),
                            new ClientSecretBasic(new ClientID(server.client()), new Secret(server.secret())),
                            new BearerAccessToken(token))
                    .toHTTPRequest());
            return active(TokenIntrospectionResponse.parse(answer));
        } catch (IOException | ParseException | java.text.ParseException failed) {
            throw new BadToken("its issuer cannot be asked about it");
        }
    }

    private JWTClaimsSet active(TokenIntrospectionResponse answer) throws BadToken, java.text.ParseException {
        if (!(answer instanceof TokenIntrospectionSuccessResponse told)) {
            throw new BadToken("its issuer cannot be asked about it");
        }
        if (!told.isActive()) {
            throw new BadToken("its issuer says it is not active");
        }
        JWTClaimsSet claims = JWTClaimsSet.parse(told.toJSONObject());
        requireForUs(claims);
        requireNow(claims);
        return claims;
    }

    private void requireForUs(JWTClaimsSet claims) throws BadToken {
        if (!server.audiences().isEmpty() && claims.getAudience().stream().noneMatch(server.audiences()::contains)) {
            throw new BadToken("it is meant for another server");
        }
    }

    private void requireNow(JWTClaimsSet claims) throws BadToken {
        Date now = Date.from(clock.instant());
        boolean isOver = claims.getExpirationTime() != null
                && !claims.getExpirationTime().after(now);
        boolean isEarly =
                claims.getNotBeforeTime() != null && claims.getNotBeforeTime().after(now);
        if (isOver || isEarly) {
            throw new BadToken("its time is over, or has not come");
        }
    }
}
