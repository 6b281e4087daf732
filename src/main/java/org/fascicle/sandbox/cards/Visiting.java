package org.fascicle.sandbox.cards;

import java.util.Optional;

/**
 * Whose chart is open before whom: the context of a hook.
 *
 * @param patient id of the Patient
 * @param clinician id of the Practitioner
 * @param encounter id of the Encounter
 */
public record Visiting(String patient, String clinician, Optional<String> encounter) {}
