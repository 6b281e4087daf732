package org.fascicle.sandbox.authority;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fascicle.oauth.Scopes;

/** Writes the token response for what a clinician granted: tokens as the scopes allow, and the launch context. */
final class GrantedTokens {
    private final Addresses addresses;
    private final Ledger ledger;
    private final Mint mint;

    GrantedTokens(Addresses addresses, Ledger ledger, Mint mint) {
        this.addresses = addresses;
        this.ledger = ledger;
        this.mint = mint;
    }

    AccessTokenResponse response(RegisteredClient client, String id, Grant grant) {
        Scopes scopes = Scopes.parse(grant.scope());
        BearerAccessToken access = new BearerAccessToken(
                mint.access(id, grant).serialize(), mint.accessLife().toSeconds(), Scope.parse(grant.scope()));
        boolean lasting = scopes.has("online_access") || scopes.has("offline_access");
        RefreshToken refresh = lasting ? new RefreshToken(ledger.refreshToken(id)) : null;
        return scopes.has("openid")
                ? new OIDCTokenResponse(
                        new OIDCTokens(mint.identity(grant, client.identitySigned()), access, refresh),
                        context(grant.chart()))
                : new AccessTokenResponse(new Tokens(access, refresh), context(grant.chart()));
    }

    private Map<String, Object> context(OpenChart chart) {
        Map<String, Object> context = new LinkedHashMap<>();
        Map.of(
                        "patient", chart.patient(),
                        "encounter", chart.encounter(),
                        "intent", chart.intent(),
                        "appContext", chart.appContext())
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        context.put(name, value);
                    }
                });
        context.put("need_patient_banner", chart.needsBanner());
        context.put("smart_style_url", addresses.at(Addresses.STYLE).toString());
        return context;
    }
}
