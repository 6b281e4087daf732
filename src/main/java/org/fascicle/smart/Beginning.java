package org.fascicle.smart;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fascicle.oauth.Handles;
import org.fascicle.oauth.Scopes;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.ehr.Features;
import org.fascicle.smart.exchange.Discovery;
import org.fascicle.smart.exchange.SmartConfiguration;
import org.fascicle.state.Shelf;

/** Begins a launch: remembers it under a fresh {@code state}, and says where the browser is to go. */
final class Beginning {
    private final URI base;
    private final Discovery discovery;
    private final Shelf<Pending> pendings;

    Beginning(URI base, Discovery discovery, Shelf<Pending> pendings) {
        this.base = base;
        this.discovery = discovery;
        this.pendings = pendings;
    }

    /**
     * The address of the EHR's authorization page.
     *
     * @param launch the EHR's own handle; empty when we begin by ourselves (standalone)
     */
    URI at(Ehr ehr, Optional<String> launch, String browser) {
        SmartConfiguration configuration = discovery.of(ehr);
        String state = Handles.fresh();
        Pending pending = new Pending(
                browser,
                ehr.issuer(),
                base + callback(ehr),
                new CodeVerifier().getValue(),
                Handles.fresh(),
                scopes(ehr, configuration, launch.isPresent()).toString());
        pendings.put(state, pending);
        return request(ehr, configuration, launch, state, pending);
    }

    private static URI request(
            Ehr ehr, SmartConfiguration configuration, Optional<String> launch, String state, Pending pending) {
        AuthorizationRequest.Builder request = new AuthorizationRequest.Builder(
                        ResponseType.CODE, new ClientID(ehr.clientId()))
                .endpointURI(configuration.endpoints().authorization())
                .redirectionURI(URI.create(pending.callback()))
                .scope(Scope.parse(pending.scope()))
                .state(new State(state))
                .codeChallenge(new CodeVerifier(pending.verifier()), CodeChallengeMethod.S256)
                .customParameter("aud", ehr.issuer())
                .customParameter("nonce", pending.nonce());
        launch.ifPresent(handle -> request.customParameter("launch", handle));
        return request.build().toURI();
    }

    /** The redirect address below our own: shared, or the EHR's alone. */
    static String callback(Ehr ehr) {
        return ehr.terms().callback().isEmpty()
                ? "/callback"
                : "/callback/" + ehr.terms().callback();
    }

    /** Who is there, which patient, and what the features take; in SMART 1's words where the EHR knows no others. */
    private static Scopes scopes(Ehr ehr, SmartConfiguration configuration, boolean fromEhr) {
        List<String> words = new ArrayList<>();
        if (configuration.identifies()) {
            words.addAll(List.of("openid", "fhirUser"));
        }
        words.add(fromEhr ? "launch" : "launch/patient");
        if (configuration.can("permission-online")) {
            words.add("online_access");
        }
        Scopes data = ehr.terms().scopes().orElseGet(Features::wanted);
        boolean old = configuration.can("permission-v1") && !configuration.can("permission-v2");
        words.addAll((old ? data.inVersion1() : data).words());
        return Scopes.of(words);
    }
}
