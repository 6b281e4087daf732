package org.fascicle.state;

/** The database that holds the state does not answer, or not as it should; later it may. */
public final class StateUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StateUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
