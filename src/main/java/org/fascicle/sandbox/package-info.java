/**
 * The practice EHR: invented patients and clinicians, so that anyone can try the whole visit. It signs anyone in, hence
 * only on this machine and never with a hospital's EHR: whatever is here asks for a {@link
 * org.fascicle.sandbox.SandboxMode}.
 */
package org.fascicle.sandbox;
