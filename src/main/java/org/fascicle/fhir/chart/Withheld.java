package org.fascicle.fhir.chart;

import java.util.EnumSet;
import java.util.Set;
import org.fascicle.clinical.chart.ChartPart;
import org.fascicle.clinical.chart.Unread;

/**
 * A type of resource that could not be had of a patient, or not in full.
 *
 * @param type the FHIR resource type
 */
public record Withheld(String type, Cause cause) {

    /** Why it could not be had. */
    public enum Cause {
        /** There may be such resources that we may not see. */
        NOT_GRANTED("the access granted does not reach it; what it would say is unknown"),
        /** The chart knows no such type at all. */
        NOT_OFFERED("this chart does not offer it; what it would say is unknown"),
        /** There are such resources, or may be, and we do not understand all that is answered. */
        NOT_READ("not all of it could be read; what else it would say is unknown");

        private final String words;

        Cause(String words) {
            this.words = words;
        }
    }

    /** It exists, or may exist, and was not shown to us. */
    public static Withheld kept(String type) {
        return new Withheld(type, Cause.NOT_GRANTED);
    }

    /** The chart has no such resources. */
    public static Withheld notOffered(String type) {
        return new Withheld(type, Cause.NOT_OFFERED);
    }

    /** What is there could not be read, or not all of it. */
    public static Withheld notRead(String type) {
        return new Withheld(type, Cause.NOT_READ);
    }

    Unread unread() {
        return new Unread(type, cause.words);
    }

    /**
     * The parts of the chart whose silence then means nothing. A chart that offers no statements or procedures keeps its
     * medicines and problems elsewhere; one that offers no problems at all leaves them unknown.
     */
    Set<ChartPart> parts() {
        return switch (type) {
            case "Condition" -> EnumSet.of(ChartPart.PROBLEMS);
            case "MedicationRequest" -> EnumSet.of(ChartPart.MEDICINES);
            case "MedicationStatement" -> ifThere(ChartPart.MEDICINES);
            case "Procedure" -> ifThere(ChartPart.PROCEDURES);
            case "DiagnosticReport" -> ifThere(ChartPart.REPORTS);
            case "Observation" -> EnumSet.of(ChartPart.RESULTS);
            case "ServiceRequest" -> EnumSet.of(ChartPart.ORDERS);
            default -> Set.of();
        };
    }

    private Set<ChartPart> ifThere(ChartPart part) {
        return cause == Cause.NOT_OFFERED ? Set.of() : EnumSet.of(part);
    }
}
