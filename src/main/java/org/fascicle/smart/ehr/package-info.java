/**
 * The EHRs we may be launched from, what we ask of them and what they grant. Start at {@link
 * org.fascicle.smart.ehr.Ehr}, and at {@link org.fascicle.smart.ehr.Feature} for the scopes.
 *
 * <p>May use {@code oauth} and Nimbus. Nothing here opens a connection.
 */
package org.fascicle.smart.ehr;
