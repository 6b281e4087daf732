package org.fascicle.pages.visit;

import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.smart.trouble.LaunchRefused;
import org.fascicle.smart.trouble.Trouble;

/**
 * Why something could not be done: the HTTP status, and the key of the words that say what happened; the key with
 * {@code .remedy} behind it says what to do.
 */
public record Failing(int status, String key) {

    public static Failing of(Fault fault) {
        return new Failing(status(fault.kind()), "trouble." + key(fault.kind()));
    }

    public static Failing of(LaunchRefused refused) {
        boolean isOver = refused.trouble() == Trouble.ENDED;
        return new Failing(refused.trouble().status(), isOver ? "trouble.ended" : "trouble.silent");
    }

    /** Whether only another launch helps. */
    public boolean isSessionOver() {
        return key.equals("trouble.ended");
    }

    private static int status(Kind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case INVALID, NOT_SUPPORTED, REPLACED -> 422;
            case TOO_LARGE -> 413;
            case UNKNOWN_CALLER -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case GONE -> 410;
            case CONFLICT, STALE, MULTIPLE_MATCHES -> 409;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
            case UNREADABLE -> 502;
        };
    }

    private static String key(Kind kind) {
        return switch (kind) {
            case MALFORMED, INVALID, NOT_SUPPORTED, TOO_LARGE -> "invalid";
            case UNKNOWN_CALLER -> "ended";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "missing";
            case GONE -> "gone";
            case REPLACED -> "replaced";
            case CONFLICT, STALE, MULTIPLE_MATCHES -> "conflict";
            case TOO_MANY -> "many";
            case UNAVAILABLE, UNREADABLE -> "silent";
        };
    }
}
