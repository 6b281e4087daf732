package org.fascicle;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.fascicle.audit.Deed;
import org.fascicle.audit.Event;
import org.fascicle.audit.Who;
import org.fascicle.chart.Key;
import org.fascicle.http.Sender;
import org.fascicle.http.Traced;

/**
 * Records launches, calls for cards, and feedback. The answer waits in the response's buffer, which holds more than either
 * door says, until the event is written.
 */
record DoorRecorder(Consumer<Event> trail, Sender sender) implements Filter {
    private static final int ANSWER_BYTES = 256 * 1_024;

    void addTo(ServletContextHandler context) {
        FilterHolder holder = new FilterHolder(this);
        Set.of("/launch", "/callback", "/callback/*", "/cds-services/*")
                .forEach(path -> context.addFilter(holder, path, EnumSet.of(DispatcherType.REQUEST)));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setBufferSize(ANSWER_BYTES);
        chain.doFilter(request, response);
        HttpServletRequest asked = (HttpServletRequest) request;
        int status = ((HttpServletResponse) response).getStatus();
        deed(asked, status).ifPresent(deed -> trail.accept(event(deed, asked, status)));
    }

    /** What services there are is for anyone to know, and a launch has begun only when the EHR sent the browser back. */
    private static Optional<Deed> deed(HttpServletRequest request, int status) {
        String path = request.getServletPath();
        if (path.equals("/cds-services")) {
            boolean isFeedback = request.getRequestURI().endsWith("/feedback");
            return Optional.of(isFeedback ? Deed.FEEDBACK : Deed.CARDS)
                    .filter(any -> request.getMethod().equals("POST"));
        }
        return Optional.of(Deed.LAUNCH).filter(any -> path.equals("/callback") || status >= 400);
    }

    private Event event(Deed deed, HttpServletRequest request, int status) {
        Who who = Traced.client(request)
                .map(client -> new Who(client, Traced.user(request).orElse(""), ""))
                .orElse(Who.UNKNOWN);
        Set<Key> about = Traced.patient(request).flatMap(id -> Key.fromReference("Patient/" + id)).stream()
                .collect(Collectors.toSet());
        return new Event(deed, deed.toString(), who, sender.address(request), status, "", about);
    }

    @Override
    public String toString() {
        return "DoorRecorder";
    }
}
