/**
 * The practice EHR's authorization server: small, and true. Clients are registered, PKCE is enforced, clinicians
 * consent to scopes, codes and refresh tokens work once, tokens are signed and their keys published, so that what works
 * here works at an EHR.
 *
 * <p>Start at {@link org.fascicle.sandbox.authority.Authority}. The FHIR base is our own {@code /fhir}; the server's
 * pages and endpoints stand below {@code /authority}. Whoever opens the sign-in page is let in as any invented
 * clinician: hence {@link org.fascicle.sandbox.SandboxMode}.
 */
package org.fascicle.sandbox.authority;
