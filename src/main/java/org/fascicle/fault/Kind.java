package org.fascicle.fault;

/** The ways in which something can fail that a caller must be able to tell apart. */
public enum Kind {
    /** The request cannot be read: broken syntax, a value of the wrong form. */
    MALFORMED,
    /** The request was read, and its content breaks a rule. */
    INVALID,
    /** Understood, but not offered here. */
    NOT_SUPPORTED,
    /** More than the limit allows: bytes, entries, values. */
    TOO_LARGE,
    /** The caller did not say, or could not prove, who they are. */
    UNKNOWN_CALLER,
    /** The caller is known and may not do this. */
    FORBIDDEN,
    /** There is nothing at this address. */
    NOT_FOUND,
    /** There was something at this address; it has been deleted. */
    GONE,
    /** The patient's record was merged into another, and must no longer be used. */
    REPLACED,
    /** Somebody else was faster, or the state does not allow it; reading again and deciding anew may help. */
    CONFLICT,
    /** The version the caller based the change on is no longer the current one. */
    STALE,
    /** A condition that must single out one resource fits several. */
    MULTIPLE_MATCHES,
    /** Too many requests; later it will work. */
    TOO_MANY,
    /** What this needs (store, disk, another server) does not answer; later it may work. */
    UNAVAILABLE,
    /** What another server answers cannot be understood; asking again will not change it. */
    UNREADABLE
}
