package org.fascicle.access.token;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fascicle.access.Grant;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.oauth.BadToken;

/** Reads what a caller shows at the door: a bearer token in the {@code Authorization} header, and nowhere else. */
public final class Doorkeeper {
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9\\-._~+/]{1,16384}=*)");

    private final TokenCheck tokens;

    public Doorkeeper(TokenCheck tokens) {
        this.tokens = tokens;
    }

    /**
     * What the token in the header grants.
     *
     * @throws Fault unknown caller; the message says which check failed and nothing of the token
     */
    public Grant admit(String authorization) {
        Matcher bearer = BEARER.matcher(authorization.strip());
        if (!bearer.matches()) {
            throw unknown("the `Authorization` header is not `Bearer` and a token");
        }
        try {
            return GrantFromClaims.read(tokens.check(bearer.group(1)));
        } catch (BadToken refused) {
            throw unknown(refused.getMessage());
        }
    }

    private static Fault unknown(String why) {
        return new Fault(Kind.UNKNOWN_CALLER, "The token is not accepted: " + why + "; ask for a new one");
    }
}
