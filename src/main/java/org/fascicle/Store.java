package org.fascicle;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Search;
import org.fascicle.chart.embedded.EmbeddedChart;
import org.fascicle.chart.remote.Bearer;
import org.fascicle.chart.remote.FhirServer;
import org.fascicle.chart.remote.RemoteCharts;
import org.fascicle.fault.Fault;
import org.fascicle.smart.backend.BackendAccess;
import org.fascicle.smart.ehr.KeyFile;

/** The chart that {@code FASCICLE_STORE} names: a database of our own, or a FHIR server that is there already. */
record Store(Chart chart, Runnable check) {

    /** @throws IllegalArgumentException a setting is wrong */
    static Store open(Settings settings, RemoteCharts remote, Clock clock) {
        String place = settings.text(Setting.STORE);
        if (!place.matches("https?://.*")) {
            EmbeddedChart chart = embedded(place, clock);
            return new Store(chart, chart::check);
        }
        Chart chart = remote.open(
                server(place, bearer(settings, place, clock))
                        .within(settings.storeDeadline())
                        .atMost(settings.answerBytes()),
                "store");
        return new Store(chart, () -> chart.search(Search.of("Patient").where("_id", "nobody")));
    }

    private static EmbeddedChart embedded(String place, Clock clock) {
        try {
            return EmbeddedChart.open(place, clock, () -> UUID.randomUUID().toString());
        } catch (Fault unfit) {
            throw new Fault(unfit.kind(), "`" + Setting.STORE.variable() + "`: " + unfit.getMessage(), unfit);
        }
    }

    private static FhirServer server(String store, Bearer bearer) {
        try {
            return FhirServer.at(store, bearer);
        } catch (Fault unfit) {
            throw new IllegalArgumentException("`" + Setting.STORE.variable() + "`: " + unfit.getMessage(), unfit);
        }
    }

    /** A server that knows no access control is asked without a token. */
    private static Bearer bearer(Settings settings, String store, Clock clock) {
        return settings.find(Setting.STORE_CLIENT_ID)
                .<Bearer>map(client -> new BackendAccess(
                        store,
                        client,
                        KeyFile.at(Setting.STORE_KEY.variable(), Path.of(required(settings, Setting.STORE_KEY))),
                        required(settings, Setting.STORE_TOKEN_URL),
                        clock))
                .orElse(Bearer.NONE);
    }

    private static String required(Settings settings, Setting setting) {
        return settings.find(setting)
                .orElseThrow(() -> new IllegalArgumentException("`" + setting.variable()
                        + "` is missing; it belongs to `" + Setting.STORE_CLIENT_ID.variable() + "`"));
    }
}
