/**
 * The FHIR door: {@code /fhir}, R4, on HAPI's server. Thin: it unpacks a request, calls, and renders.
 *
 * <p>Start at {@link org.fascicle.api.ApiDoor}. A request comes through {@code Gate} (method, size), HAPI's routing, {@code
 * Reception} (who asks, in which format, the body), one provider, and {@code answer}. {@link org.fascicle.api.Access} is the
 * one seam at which callers are let in, and the only place a provider gets a chart from.
 */
package org.fascicle.api;
