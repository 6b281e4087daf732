package org.fascicle.smart.trouble;

/** The ways in which a launch can fail: what the clinician reads, and the HTTP status that goes with it. */
public enum Trouble {
    NOT_A_LAUNCH(400, "This is not a complete launch", "Open Fascicle from the patient's chart in your EHR."),
    UNKNOWN_EHR(
            403,
            "This EHR is not registered here",
            "Ask whoever runs Fascicle to register the EHR; its address must match letter for letter."),
    EHR_SILENT(504, "The EHR did not answer", "Wait a moment and open Fascicle from the chart again."),
    EHR_UNUSABLE(
            502,
            "The EHR's launch settings cannot be used",
            "Ask whoever runs Fascicle to look at the EHR's SMART configuration."),
    NOT_OURS(
            400,
            "This launch has expired, was used already, or was begun elsewhere",
            "Open Fascicle from the patient's chart again. Nothing was read or written."),
    MIXED_UP(
            400,
            "The answer came from another EHR than the one asked",
            "Open Fascicle from the patient's chart again, and tell whoever runs Fascicle if it happens twice."),
    DENIED(403, "The EHR did not allow the launch", "Open Fascicle again and allow the access it asks for."),
    NO_TOKEN(
            502,
            "The EHR did not grant access",
            "Open Fascicle from the chart again, and tell whoever runs Fascicle if it happens twice."),
    NO_PATIENT(422, "The EHR named no patient", "Select a patient in the EHR, then open Fascicle."),
    NOT_IDENTIFIED(
            502,
            "The EHR's word about who you are does not hold",
            "Sign in to the EHR again, then open Fascicle. Tell whoever runs Fascicle if it happens twice."),
    ENDED(401, "This session has ended", "Open Fascicle from the patient's chart again.");

    private final int status;
    private final String what;
    private final String remedy;

    Trouble(int status, String what, String remedy) {
        this.status = status;
        this.what = what;
        this.remedy = remedy;
    }

    /** The HTTP status to answer with. */
    public int status() {
        return status;
    }

    /** What went wrong, in one line. */
    public String what() {
        return what;
    }

    /** What the clinician can do. */
    public String remedy() {
        return remedy;
    }
}
