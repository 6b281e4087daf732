package org.fascicle.chart.database;

import java.sql.SQLException;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in our words what a database said in its own. The database's words go to the log: they hold no values. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static Fault fault(SQLException failure) {
        LOG.error("the store failed with {}, code {}", failure.getMessage(), failure.getErrorCode());
        return new Fault(
                Kind.UNAVAILABLE,
                "the store did not answer; read again before you try again, and look into the server's log",
                failure);
    }
}
