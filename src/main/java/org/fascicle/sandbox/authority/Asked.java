package org.fascicle.sandbox.authority;

/**
 * An authorization request that was found in order and waits for the clinician.
 *
 * @param scope asked for, as far as the client may have it
 * @param chart what is open; filled in as the clinician signs in and picks
 */
record Asked(String client, String redirect, Proofs proofs, String scope, OpenChart chart) {

    /** What ties the answer to the request: the client's {@code state}, {@code nonce} and PKCE challenge. */
    record Proofs(String state, String nonce, String challenge) {}

    Asked with(OpenChart other) {
        return new Asked(client, redirect, proofs, scope, other);
    }
}
