package org.fascicle.smart;

import java.util.Map;

/**
 * A launch as it is kept in the state: JSON types only. Empty text stands for none.
 *
 * @param issuer of the EHR
 * @param context what the token response said of the launch
 * @param user reference of the clinician
 * @param userName of the clinician
 * @param style the EHR's look, as CSS variables
 */
record Session(
        String issuer,
        Map<String, Object> context,
        String user,
        String userName,
        Map<String, String> style,
        Tokens tokens) {

    Session with(Tokens newer) {
        return new Session(issuer, context, user, userName, style, newer);
    }

    @Override
    public String toString() {
        return "Session[]";
    }
}
