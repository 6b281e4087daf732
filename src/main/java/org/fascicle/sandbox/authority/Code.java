package org.fascicle.sandbox.authority;

/**
 * An authorization code: works once, for the client that got it, at the address it was sent to, with the PKCE verifier.
 */
record Code(String grant, String redirect, String challenge) {}
