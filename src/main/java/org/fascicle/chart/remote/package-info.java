/**
 * The chart on a FHIR server that others run, through HAPI's client. Start at {@link org.fascicle.chart.remote.RemoteChart}.
 *
 * <p>Three layers. {@code Line} and its kin carry one request: bounded in time and size, to this server's base and nowhere
 * else, and say of a failure whether the server may have acted all the same. {@link
 * org.fascicle.chart.remote.Patience} decides from that what may be repeated. {@code RemoteChart}, {@code Creating}, {@code
 * Updating} and {@code Transacting} say what the port promises with it.
 *
 * <p>Trusts nothing an answer says of addresses: of a {@code Location} only the id is read, a link to the next page only
 * counts below the base. May use {@code chart}, {@code oauth}, {@code fault}, HAPI's client and structures.
 */
package org.fascicle.chart.remote;
