package org.fascicle.fhir.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.lab.Flag;
import org.fascicle.clinical.lab.UnreadAlert;
import org.hl7.fhir.r4.model.Observation;

/**
 * A panel that its laboratory flagged critical as a whole, without saying which of its results is. A part that can be read
 * is judged by its number; any that cannot be read may be the one.
 */
record PanelFlag(LabReport panel, ChartResources chart) {
    static final String WHY =
            "this panel is flagged critical as a whole, and none of its results is: which was meant is not said";

    boolean isUnexplained() {
        Measurement heading = panel.measurements().get(0);
        return heading.flag() == Flag.CRITICAL
                && panel.isHeading()
                && LabIdentity.of(heading.code(), Optional.empty()) instanceof LabIdentity.Other
                && !panel.isAboutSomethingElse()
                && analytes().findAny().isPresent()
                && parts().noneMatch(part -> part.measurement().flag() == Flag.CRITICAL);
    }

    List<UnreadAlert> alerts() {
        return analytes()
                .filter(result -> !(result.read() instanceof ResultFromFhir.Usable))
                .map(result -> new AlertFromFhir(panel).read(result.name().analyte()))
                .distinct()
                .toList();
    }

    private record Part(Measurement measurement, LabReport report) {

        Stream<ResultFromFhir> known() {
            return LabIdentity.of(measurement.code(), Optional.empty()) instanceof LabIdentity.Known known
                    ? Stream.of(new ResultFromFhir(known.name(), measurement, report))
                    : Stream.empty();
        }
    }

    private Stream<ResultFromFhir> analytes() {
        return parts().flatMap(Part::known);
    }

    private Stream<Part> parts() {
        Stream<LabReport> members = panel.observation().getHasMember().stream()
                .flatMap(member -> chart.find(member, panel.from()).stream())
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .map(panel::holding)
                .filter(member -> !member.isVoid());
        return Stream.concat(
                panel.measurements().stream().skip(1).map(part -> new Part(part, panel)),
                members.flatMap(member -> member.measurements().stream().map(part -> new Part(part, member))));
    }
}
