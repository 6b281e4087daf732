package org.fascicle.assessing;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.chart.ChartResources;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;

/**
 * A response that comes with everything it is to be judged by.
 *
 * @param chart empty when none came with it
 */
public record Submission(QuestionnaireResponse response, Optional<ChartResources> chart) {
    private static final String WANTED =
            "send a QuestionnaireResponse, a Bundle with one among the chart, or Parameters with"
                    + " `response` and perhaps `chart`";

    /** A single response, a Bundle with a chart, or Parameters. */
    public static Submission read(Resource resource) {
        if (resource instanceof QuestionnaireResponse response) {
            return new Submission(response, Optional.empty());
        } else if (resource instanceof Bundle bundle) {
            return bundle(bundle);
        } else if (resource instanceof Parameters parameters) {
            return parameters(parameters);
        }
        throw new Fault(Kind.INVALID, "`" + resource.fhirType() + "` cannot be assessed: " + WANTED);
    }

    private static Submission bundle(Bundle bundle) {
        Predicate<BundleEntryComponent> isResponse = entry -> entry.getResource() instanceof QuestionnaireResponse;
        List<BundleEntryComponent> responses =
                bundle.getEntry().stream().filter(isResponse).toList();
        if (responses.size() != 1) {
            throw new Fault(
                    Kind.INVALID,
                    "`Bundle.entry` holds " + responses.size() + " QuestionnaireResponses; it must hold one");
        }
        Bundle chart = new Bundle();
        bundle.getEntry().stream().filter(isResponse.negate()).forEach(chart::addEntry);
        return new Submission(
                (QuestionnaireResponse) responses.get(0).getResource(), Optional.of(ChartResources.of(chart)));
    }

    private static Submission parameters(Parameters parameters) {
        if (parameters.hasParameter("response")
                && parameters.getParameter("response").getResource() instanceof QuestionnaireResponse response) {
            return new Submission(response, chart(parameters));
        }
        throw new Fault(
                Kind.INVALID,
                "`Parameters.parameter` named `response` must hold a QuestionnaireResponse in its `resource`");
    }

    private static Optional<ChartResources> chart(Parameters parameters) {
        if (!parameters.hasParameter("chart")) {
            return Optional.empty();
        }
        if (parameters.getParameter("chart").getResource() instanceof Bundle bundle) {
            return Optional.of(ChartResources.of(bundle));
        }
        throw new Fault(Kind.INVALID, "`Parameters.parameter` named `chart` must hold a Bundle in its `resource`");
    }
}
