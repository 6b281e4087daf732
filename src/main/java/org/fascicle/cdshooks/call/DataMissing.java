package org.fascicle.cdshooks.call;

/** What a service cannot do without was neither sent nor to be had: the standard answers 412. */
public final class DataMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataMissing(String message) {
        super(message);
    }
}
