package org.fascicle.smart.exchange;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Token;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fascicle.oauth.Outbound;
import org.fascicle.oauth.Scopes;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.trouble.LaunchRefused;
import org.fascicle.smart.trouble.Trouble;

/** Asks an EHR's token endpoint, and judges the answer. */
public final class TokenEndpoint {
    private static final int LIMIT = 256 * 1024;
    private static final Duration USUAL_LIFE = Duration.ofHours(1);
    private static final Duration LONGEST_LIFE = Duration.ofHours(12);

    private final ClientProof proof;

    public TokenEndpoint(ClientProof proof) {
        this.proof = proof;
    }

    /**
     * Exchanges a code or a refresh token.
     *
     * @throws LaunchRefused when the EHR refuses, or its answer is not what OAuth says it is
     * @throws IOException when no answer came; {@link org.fascicle.oauth.NotSent} when it was not even asked
     */
    public TokenAnswer ask(Ehr ehr, SmartConfiguration configuration, AuthorizationGrant grant) throws IOException {
        return answer(outbound(ehr)
                .send(request(ehr, configuration.endpoints().token(), grant)
                        .build()
                        .toHTTPRequest()));
    }

    /**
     * Asks for access of our own, without any user.
     *
     * @throws LaunchRefused when it is refused, or the answer is not what OAuth says it is
     * @throws IOException when no answer came
     */
    public TokenAnswer askForOurselves(Ehr ehr, URI endpoint, Scopes scopes) throws IOException {
        TokenRequest request = request(ehr, endpoint, new ClientCredentialsGrant())
                .scope(Scope.parse(scopes.words()))
                .build();
        return answer(outbound(ehr).send(request.toHTTPRequest()));
    }

    private static TokenAnswer answer(HTTPResponse answer) {
        try {
            TokenResponse response = TokenResponse.parse(answer);
            if (!response.indicatesSuccess()) {
                throw refused(response.toErrorResponse());
            }
            return granted(response.toSuccessResponse());
        } catch (ParseException unreadable) {
            throw new LaunchRefused(
                    Trouble.NO_TOKEN,
                    "the token endpoint's answer (status " + answer.getStatusCode() + ") is not OAuth");
        }
    }

    /** Tells the EHR that a token is no longer needed, when it has an ear for that. */
    public void revoke(Ehr ehr, SmartConfiguration configuration, String token) throws IOException {
        if (configuration.endpoints().revocation().isPresent()) {
            outbound(ehr).send(revocation(ehr, configuration.endpoints(), new RefreshToken(token)));
        }
    }

    private TokenRequest.Builder request(Ehr ehr, URI endpoint, AuthorizationGrant grant) {
        return proof.of(ehr, endpoint)
                .map(client -> new TokenRequest.Builder(endpoint, client, grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, new ClientID(ehr.clientId()), grant));
    }

    /** Proven as at the token endpoint: that is the address by which the server knows itself. */
    private HTTPRequest revocation(Ehr ehr, Endpoints endpoints, Token token) {
        URI endpoint = endpoints.revocation().orElseThrow();
        Optional<ClientAuthentication> client = proof.of(ehr, endpoints.token());
        return client.map(known -> new TokenRevocationRequest(endpoint, known, token))
                .orElseGet(() -> new TokenRevocationRequest(endpoint, new ClientID(ehr.clientId()), token))
                .toHTTPRequest();
    }

    private static Outbound outbound(Ehr ehr) {
        return new Outbound(ehr.terms().timeout(), LIMIT);
    }

    private static LaunchRefused refused(TokenErrorResponse error) {
        String code = error.getErrorObject() == null
                ? "no reason"
                : String.valueOf(error.getErrorObject().getCode());
        return new LaunchRefused(Trouble.NO_TOKEN, "the token endpoint answered `" + code + "`");
    }

    private static TokenAnswer granted(AccessTokenResponse response) {
        AccessToken token = response.getTokens().getAccessToken();
        if (!(token instanceof BearerAccessToken)) {
            throw new LaunchRefused(Trouble.NO_TOKEN, "`token_type` is not `Bearer`");
        }
        RefreshToken refresh = response.getTokens().getRefreshToken();
        return new TokenAnswer(
                token.getValue(),
                Optional.ofNullable(refresh).map(RefreshToken::getValue),
                life(token),
                Optional.ofNullable(token.getScope()).map(scope -> Scopes.of(scope.toStringList())),
                saidBesides(response));
    }

    private static Duration life(AccessToken token) {
        Duration life = token.getLifetime() > 0 ? Duration.ofSeconds(token.getLifetime()) : USUAL_LIFE;
        return life.compareTo(LONGEST_LIFE) < 0 ? life : LONGEST_LIFE;
    }

    private static Map<String, Object> saidBesides(AccessTokenResponse response) {
        Map<String, Object> said = new HashMap<>(response.getCustomParameters());
        said.values().removeIf(value -> value == null);
        return said;
    }
}
