package org.fascicle.watch;

import org.fascicle.chart.Key;

/**
 * One subscription to be told of one version of a result.
 *
 * @param result where that version is
 */
record Notification(Key subscription, String result) {

    static Notification parse(String name) {
        int space = name.indexOf(' ');
        return new Notification(Key.fromReference(name.substring(0, space)).orElseThrow(), name.substring(space + 1));
    }

    /** The name of its job. */
    String name() {
        return subscription + " " + result;
    }
}
