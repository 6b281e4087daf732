package org.fascicle.fhir.chart;

import java.util.EnumSet;
import java.util.Set;
import org.fascicle.clinical.chart.ChartPart;
import org.fascicle.clinical.chart.Unread;

/**
 * A type of resource that could not be had of a patient.
 *
 * @param type the FHIR resource type
 * @param isKept whether there may be such resources that we may not see; otherwise the chart knows no such type at all
 */
public record Withheld(String type, boolean isKept) {

    /** It exists, or may exist, and was not shown to us. */
    public static Withheld kept(String type) {
        return new Withheld(type, true);
    }

    /** The chart has no such resources. */
    public static Withheld notOffered(String type) {
        return new Withheld(type, false);
    }

    Unread unread() {
        return new Unread(
                type,
                isKept
                        ? "the access granted does not reach it; what it would say is unknown"
                        : "this chart does not offer it; what it would say is unknown");
    }

    /**
     * The parts of the chart whose silence then means nothing. A chart that offers no statements or procedures keeps its
     * medicines and problems elsewhere; one that offers no problems at all leaves them unknown.
     */
    Set<ChartPart> parts() {
        return switch (type) {
            case "Condition" -> EnumSet.of(ChartPart.PROBLEMS);
            case "MedicationRequest" -> EnumSet.of(ChartPart.MEDICINES);
            case "MedicationStatement" -> ifKept(ChartPart.MEDICINES);
            case "Procedure" -> ifKept(ChartPart.PROCEDURES);
            case "DiagnosticReport" -> ifKept(ChartPart.REPORTS);
            case "Observation" -> EnumSet.of(ChartPart.RESULTS);
            case "ServiceRequest" -> EnumSet.of(ChartPart.ORDERS);
            default -> Set.of();
        };
    }

    private Set<ChartPart> ifKept(ChartPart part) {
        return isKept ? EnumSet.of(part) : Set.of();
    }
}
