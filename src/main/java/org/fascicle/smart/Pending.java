package org.fascicle.smart;

/**
 * A launch that went to the EHR and has not come back, kept under its {@code state}.
 *
 * @param browser the browser that began it, by its cookie
 * @param issuer of the EHR it went to
 * @param callback the address the EHR was told to come back to
 * @param verifier proves that whoever redeems the code asked for it (PKCE)
 * @param nonce ties the identity token to this launch
 * @param scope asked for
 */
record Pending(String browser, String issuer, String callback, String verifier, String nonce, String scope) {
    @Override
    public String toString() {
        return "Pending[]";
    }
}
