package org.fascicle.oauth;

/** A token that does not prove what it should. The message says which check failed and holds nothing of the token. */
public final class BadToken extends Exception {
    private static final long serialVersionUID = 1L;

    public BadToken(String message) {
        super(message);
    }
}
