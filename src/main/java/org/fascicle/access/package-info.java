/**
 * Who may see and change what. Start at {@link org.fascicle.access.ScopedChart}: the chart as the holder of a token may see
 * and change it, by the token's SMART scopes and the patient it was given for. Whoever is handed that chart can go no way
 * around it: reads, versions, histories, searches, inclusions, conditions, transactions and the operations built on them all
 * pass here.
 *
 * <p>{@code token} says whether a token holds and what it grants. May use {@code chart}, {@code oauth}, {@code fault},
 * Nimbus; knows nothing of HTTP servers, which turn its faults into answers.
 */
package org.fascicle.access;
