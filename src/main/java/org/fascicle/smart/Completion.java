package org.fascicle.smart;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fascicle.oauth.Scopes;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.exchange.IdentityTokens;
import org.fascicle.smart.exchange.LaunchContext;
import org.fascicle.smart.exchange.SmartConfiguration;
import org.fascicle.smart.exchange.Style;
import org.fascicle.smart.exchange.Styles;
import org.fascicle.smart.exchange.TokenAnswer;
import org.fascicle.smart.exchange.TokenEndpoint;
import org.fascicle.smart.exchange.User;
import org.fascicle.smart.trouble.LaunchRefused;
import org.fascicle.smart.trouble.Trouble;

/** Completes a launch: redeems the code, judges what came, and makes of it the session to keep. */
final class Completion {
    private final TokenEndpoint endpoint;
    private final IdentityTokens identities;
    private final Clock clock;

    Completion(TokenEndpoint endpoint, IdentityTokens identities, Clock clock) {
        this.endpoint = endpoint;
        this.identities = identities;
        this.clock = clock;
    }

    /** @throws LaunchRefused when the EHR grants nothing, names no patient, or vouches falsely for the clinician */
    Session of(Ehr ehr, SmartConfiguration configuration, Pending pending, String code) {
        TokenAnswer answer = redeem(ehr, configuration, pending, code);
        LaunchContext.of(answer.context());
        Optional<User> user = user(ehr, configuration, pending, answer);
        Map<String, Object> context = new HashMap<>(answer.context());
        context.keySet().retainAll(LaunchContext.MEMBERS);
        return new Session(
                ehr.issuer(),
                context,
                user.map(User::reference).orElse(""),
                user.flatMap(User::name).orElse(""),
                style(ehr, answer).variables(),
                Tokens.of(answer, pending.scope(), "", clock));
    }

    private TokenAnswer redeem(Ehr ehr, SmartConfiguration configuration, Pending pending, String code) {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), URI.create(pending.callback()), new CodeVerifier(pending.verifier()));
        try {
            return endpoint.ask(ehr, configuration, grant);
        } catch (IOException silent) {
            throw new LaunchRefused(Trouble.EHR_SILENT, "the token endpoint could not be read: " + silent.getMessage());
        }
    }

    /** An identity token we asked for is checked; one we did not ask for, and could not check, is not believed. */
    private Optional<User> user(Ehr ehr, SmartConfiguration configuration, Pending pending, TokenAnswer answer) {
        boolean asked = Scopes.parse(pending.scope()).has("openid");
        return asked && answer.context().get("id_token") instanceof String token
                ? identities.check(ehr, configuration, token, pending.nonce())
                : Optional.empty();
    }

    private static Style style(Ehr ehr, TokenAnswer answer) {
        return answer.context().get("smart_style_url") instanceof String address ? Styles.at(ehr, address) : Style.NONE;
    }
}
