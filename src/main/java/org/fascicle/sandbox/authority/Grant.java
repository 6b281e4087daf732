package org.fascicle.sandbox.authority;

/**
 * What a clinician has granted to a client. While it stands, its refresh tokens renew; once it is removed, nothing of
 * it holds.
 *
 * @param nonce for the identity token
 */
record Grant(String client, String scope, OpenChart chart, String nonce) {}
