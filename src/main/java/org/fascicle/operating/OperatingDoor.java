package org.fascicle.operating;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/** The door of whoever runs the program. It is put on the listener before all others, to time what they do. */
public final class OperatingDoor {
    private final List<Probe> probes;
    private final Meters meters;
    private final Clock clock;

    /** @param probes what the program cannot work without */
    public OperatingDoor(List<Probe> probes, Meters meters, Clock clock) {
        this.probes = probes;
        this.meters = meters;
        this.clock = clock;
    }

    public void addTo(ServletContextHandler context) {
        context.addFilter(new FilterHolder(new RequestMeter(meters)), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new HealthServlet(new Readiness(probes, clock))), "/health/*");
        context.addServlet(new ServletHolder(new MetricsServlet(meters)), "/metrics");
    }
}
