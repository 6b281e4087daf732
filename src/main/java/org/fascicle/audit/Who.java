package org.fascicle.audit;

/**
 * Who asked.
 *
 * @param client the program
 * @param user on whose behalf; empty when unknown
 * @param scopes what the program may do, as granted; empty when there was no token
 */
public record Who(String client, String user, String scopes) {
    /** Let in without a token, on this machine. */
    public static final Who ANYONE = new Who("anyone-on-this-machine", "", "");

    /** Not let in. */
    public static final Who UNKNOWN = new Who("unknown", "", "");

    @Override
    public String toString() {
        return "Who[" + client + "]";
    }
}
