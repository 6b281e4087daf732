package org.fascicle.chart.embedded;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KillTest extends Killing {

    @Test
    void nothingAcknowledgedIsLostWhenTheProcessIsKilledTwice() throws Exception {
        killAndLook(2);
    }

    @Test
    @Tag("deep")
    void nothingAcknowledgedIsLostWhenTheProcessIsKilledThirtyTimes() throws Exception {
        killAndLook(30);
    }

    @Override
    String url() {
        return "jdbc:sqlite:" + folder.resolve("chart.db");
    }
}
