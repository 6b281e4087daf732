package org.fascicle.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

/**
 * Checks signed tokens (JWS) against a key set and what is expected of them: signature, type, issuer, audience, time.
 */
public final class SignedTokens {
    private final JWKSource<SecurityContext> keys;
    private final ExpectedToken expected;
    private final Clock clock;

    public SignedTokens(JWKSource<SecurityContext> keys, ExpectedToken expected, Clock clock) {
        this.keys = keys;
        this.expected = expected;
        this.clock = clock;
    }

    /**
     * The claims of a token that holds.
     *
     * @throws BadToken when it does not, or when its keys could not be fetched
     */
    public JWTClaimsSet check(String token) throws BadToken {
        try {
            return processor().process(token, null);
        } catch (ParseException notAToken) {
            throw new BadToken("it is not a signed token");
        } catch (BadJOSEException refused) {
            throw new BadToken("its signature, type, issuer, audience or time does not hold");
        } catch (KeySourceException unreachable) {
            throw new BadToken("the keys to check it with cannot be had");
        } catch (JOSEException failed) {
            throw new BadToken("its signature cannot be checked");
        }
    }

    private JWTProcessor<SecurityContext> processor() {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(expected.types()));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(expected.algorithms(), keys));
        processor.setJWTClaimsSetVerifier(new ClaimsByClock(expected, clock));
        return processor;
    }

    private static final class ClaimsByClock extends DefaultJWTClaimsVerifier<SecurityContext> {
        private final Clock clock;

        ClaimsByClock(ExpectedToken expected, Clock clock) {
            super(
                    expected.audiences(),
                    new JWTClaimsSet.Builder().issuer(expected.issuer()).build(),
                    Set.of("exp"),
                    Set.of());
            this.clock = clock;
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
