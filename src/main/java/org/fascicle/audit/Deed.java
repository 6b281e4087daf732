package org.fascicle.audit;

/** What was done, in the words of FHIR's interactions and of the audit patterns. */
public enum Deed {
    READ("rest", "read", "R"),
    VREAD("rest", "vread", "R"),
    HISTORY("rest", "history", "R"),
    SEARCH("rest", "search", "E"),
    CREATE("rest", "create", "C"),
    UPDATE("rest", "update", "U"),
    TRANSACTION("rest", "transaction", "E"),
    OPERATION("rest", "operation", "E"),
    LAUNCH("launch", "launch", "E"),
    CARDS("cds-hooks", "call", "E"),
    FEEDBACK("cds-hooks", "feedback", "E"),
    PAGE("page", "view", "R"),
    PAGE_ACTION("page", "act", "E"),
    /** Refused before it was known what was wanted. */
    OTHER("rest", "other", "E");

    private final String type;
    private final String subtype;
    private final String action;

    Deed(String type, String subtype, String action) {
        this.type = type;
        this.subtype = subtype;
        this.action = action;
    }

    String type() {
        return type;
    }

    String subtype() {
        return subtype;
    }

    /** {@code AuditEvent.action}: create, read, update, execute. */
    String action() {
        return action;
    }

    /** Whether it only looked; whoever looks does not wait for the trail. */
    boolean isLooking() {
        return action.equals("R") || this == SEARCH;
    }
}
