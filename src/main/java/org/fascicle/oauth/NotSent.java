package org.fascicle.oauth;

import java.io.IOException;

/** The request never left: no connection came about, or we would not make one. Sending it again repeats nothing. */
public final class NotSent extends IOException {
    private static final long serialVersionUID = 1L;

    NotSent(String message) {
        super(message);
    }

    NotSent(String message, Throwable cause) {
        super(message, cause);
    }
}
