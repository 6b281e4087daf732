package org.fascicle.oauth;

import com.nimbusds.oauth2.sdk.id.State;
import java.util.regex.Pattern;

/** Names that cannot be guessed, and so prove that one was told them: 256 random bits in base64url. */
public final class Handles {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int BYTES = 32;

    private Handles() {}

    public static String fresh() {
        return new State(BYTES).getValue();
    }

    public static boolean isHandle(String text) {
        return FORM.matcher(text).matches();
    }
}
