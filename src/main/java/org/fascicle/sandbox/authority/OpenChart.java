package org.fascicle.sandbox.authority;

/**
 * What is open in the practice EHR when it launches a client. Empty text stands for none.
 *
 * @param clinician id of who is signed in
 * @param needsBanner whether the client must show who the patient is
 * @param appContext what the card says whose link was followed
 */
public record OpenChart(
        String patient, String encounter, String clinician, boolean needsBanner, String intent, String appContext) {
    static final OpenChart NONE = new OpenChart("", "", "", true, "", "");

    OpenChart of(String otherPatient) {
        return new OpenChart(otherPatient, encounter, clinician, needsBanner, intent, appContext);
    }

    OpenChart by(String otherClinician) {
        return new OpenChart(patient, encounter, otherClinician, needsBanner, intent, appContext);
    }
}
