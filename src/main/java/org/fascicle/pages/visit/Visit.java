package org.fascicle.pages.visit;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.fascicle.assessing.writeback.WriteBackPlan;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.look.Words;
import org.fascicle.smart.Launch;

/**
 * One request within a launch.
 *
 * @param chart of the EHR that launched, with this launch's token
 * @param plan what of a result that chart takes, and as what
 */
public record Visit(Launch launch, Chart chart, WriteBackPlan plan, Words words, OffsetDateTime now, Form form) {

    public Locale locale() {
        return words.locale();
    }

    /** The patient's reference. */
    public String subject() {
        return launch.subject();
    }

    /** The address of a page of this launch. */
    public String at(String page) {
        return launch.path() + page;
    }

    /** Where the EHR shows people this order; empty where nobody can be led to it. */
    public Optional<String> findOrderPage(Key order) {
        return launch.ehr().terms().findOrderPage(launch.context().patient(), order.id());
    }

    @Override
    public String toString() {
        return "Visit[" + launch + "]";
    }
}
