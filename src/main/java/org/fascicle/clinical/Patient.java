package org.fascicle.clinical;

import java.util.Optional;
import org.fascicle.clinical.finding.Days;

/**
 * The two things about a person that the rules use.
 *
 * @param born the date of birth, perhaps to the month or year only; empty when not known
 */
public record Patient(Optional<Days> born, Sex sex) {

    public static final Patient UNKNOWN = new Patient(Optional.empty(), Sex.UNKNOWN);

    /** As the record gives it, for reference intervals. */
    public enum Sex {
        FEMALE,
        MALE,
        UNKNOWN
    }

    @Override
    public String toString() {
        return "Patient";
    }
}
