package org.fascicle.cdshooks.call;

import java.net.URI;
import org.fascicle.chart.Chart;

/** Opens the chart on an EHR's FHIR server with the token of one call. The chart is left open by who asks it. */
@FunctionalInterface
public interface FhirServers {
    Chart open(URI base, String accessToken);
}
