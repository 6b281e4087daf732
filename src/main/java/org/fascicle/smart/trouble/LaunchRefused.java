package org.fascicle.smart.trouble;

/**
 * A launch that cannot go on. The message is the detail for whoever mends it; it holds no token and no patient's data.
 */
public final class LaunchRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Trouble trouble;

    /** @param detail which check failed, where; may be shown, escaped */
    public LaunchRefused(Trouble trouble, String detail) {
        super(detail);
        this.trouble = trouble;
    }

    /** For our log: what the EHR said in its own words stays out of it, since it may name a patient. */
    public String forLog() {
        return trouble == Trouble.DENIED ? trouble.toString() : trouble + ": " + getMessage();
    }

    public Trouble trouble() {
        return trouble;
    }
}
