/**
 * The definitions Fascicle publishes: everything under {@code profiles/}, found by canonical, type or id.
 *
 * <p>Start at {@link org.fascicle.fhir.profile.Definitions}. An index is read at start; a definition is parsed only when
 * it is asked for. May use HAPI's structures.
 */
package org.fascicle.fhir.profile;
