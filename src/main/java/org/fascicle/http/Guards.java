package org.fascicle.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/**
 * What stands before every door.
 *
 * @param isSecure whether browsers see us over https
 * @param sender tells who sends a request
 * @param perSecond requests of one sender; empty for any number
 * @param atOnce requests that are worked on at the same time
 * @param origins whose pages may call the FHIR door
 */
public record Guards(boolean isSecure, Sender sender, Optional<Integer> perSecond, int atOnce, Set<String> origins) {
    public Guards {
        origins = Set.copyOf(origins);
    }

    public void addTo(ServletContextHandler context) {
        Optional<Rates> rates = perSecond.map(many -> new Rates(many, System::nanoTime));
        add(context, new SafeHeaders(isSecure), "/*");
        add(context, new Throttle(sender, rates, atOnce), "/*");
        add(context, new Origins(origins), "/fhir/*");
    }

    private static void add(ServletContextHandler context, Filter filter, String path) {
        context.addFilter(new FilterHolder(filter), path, EnumSet.of(DispatcherType.REQUEST));
    }
}
