/** What was assessed before, on a timeline. Start at {@link org.fascicle.pages.history.HistoryScreen}. */
package org.fascicle.pages.history;
