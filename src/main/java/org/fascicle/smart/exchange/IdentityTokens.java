package org.fascicle.smart.exchange;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URI;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import org.fascicle.oauth.KeySets;
import org.fascicle.oauth.Outbound;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.trouble.LaunchRefused;
import org.fascicle.smart.trouble.Trouble;

/**
 * Checks an identity token as OpenID Connect says: signature by the EHR's published keys, issuer, audience, nonce,
 * time.
 */
public final class IdentityTokens {
    private static final int LIMIT = 256 * 1024;
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.ES256, JWSAlgorithm.ES384);

    private final KeySets keySets;

    public IdentityTokens(KeySets keySets) {
        this.keySets = keySets;
    }

    /**
     * Who the clinician is; empty when the token holds and does not say.
     *
     * @throws LaunchRefused when the token does not hold
     */
    public Optional<User> check(Ehr ehr, SmartConfiguration configuration, String token, String nonce) {
        try {
            IDTokenClaimsSet claims = validator(ehr, configuration).validate(JWTParser.parse(token), new Nonce(nonce));
            return Optional.ofNullable(claims.getStringClaim("fhirUser"))
                    .flatMap(reference -> User.find(reference, name(claims), ehr.issuer()));
        } catch (ParseException notAToken) {
            throw refused("is not a token");
        } catch (BadJOSEException doesNotHold) {
            throw refused("does not hold: signature, issuer, audience, nonce or time");
        } catch (JOSEException unchecked) {
            throw refused("cannot be checked against the EHR's published keys");
        }
    }

    private IDTokenValidator validator(Ehr ehr, SmartConfiguration configuration) {
        String issuer = configuration.issuer().orElseThrow(() -> refused("has no known issuer"));
        URI keys = configuration.endpoints().keys().orElseThrow(() -> refused("has no published keys"));
        Outbound outbound = new Outbound(ehr.terms().timeout(), LIMIT);
        return new IDTokenValidator(
                new Issuer(issuer),
                new ClientID(ehr.clientId()),
                new JWSVerificationKeySelector<>(ALGORITHMS, keySets.at(keys, outbound)),
                null);
    }

    private static Optional<String> name(IDTokenClaimsSet claims) {
        return Optional.ofNullable(claims.getStringClaim("name")).filter(name -> !name.isBlank());
    }

    private static LaunchRefused refused(String why) {
        return new LaunchRefused(Trouble.NOT_IDENTIFIED, "`id_token` " + why);
    }
}
