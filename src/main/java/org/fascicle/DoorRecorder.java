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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.fascicle.audit.Deed;
import org.fascicle.audit.Event;
import org.fascicle.audit.Who;
import org.fascicle.chart.Key;
import org.fascicle.fault.Fault;
import org.fascicle.http.Refusal;
import org.fascicle.http.Sender;
import org.fascicle.http.Traced;

/**
 * Records launches, pages, calls for cards and feedback, and what was refused before any door saw it; the FHIR door records by
 * itself what it sees. It stands before everything. The answer waits in the response's buffer, which holds more than these
 * doors say, until the event is written.
 */
final class DoorRecorder implements Filter {
    private static final int ANSWER_BYTES = 256 * 1_024;
    private static final Pattern PAGE = Pattern.compile("/app/[^/]*/([a-z]*)(?:/[^/]*)?");
    private static final Set<Integer> DENIALS = Set.of(401, 403, 405, 413, 415, 429, 503);

    private final Consumer<Event> trail;
    private final Sender sender;
    private final Sparing sparing = new Sparing(System::nanoTime);

    DoorRecorder(Consumer<Event> trail, Sender sender) {
        this.trail = trail;
        this.sender = sender;
    }

    void addTo(ServletContextHandler context) {
        context.addFilter(new FilterHolder(this), "/*", EnumSet.of(DispatcherType.REQUEST));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (!asked.getRequestURI().startsWith("/fhir")) {
            answer.setBufferSize(ANSWER_BYTES);
        }
        chain.doFilter(request, response);
        int status = answer.getStatus();
        try {
            deed(asked, status).ifPresent(deed -> trail.accept(event(deed, asked, status)));
        } catch (Fault unwritten) {
            withhold(answer, unwritten);
        }
    }

    /** What is not in the trail is not answered; what is on its way already is cut off. */
    private static void withhold(HttpServletResponse response, Fault unwritten) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("the audit trail cannot be written", unwritten);
        }
        response.reset();
        Refusal.write(response, 503, "transient", unwritten.getMessage());
    }

    private Optional<Deed> deed(HttpServletRequest request, int status) {
        if (Traced.isRecorded(request)) {
            return Optional.empty();
        }
        boolean isCrowd = status == 429 || status == 503;
        return wanted(request, status).filter(deed -> !isCrowd || sparing.isFirst(sender.address(request)));
    }

    /** What services there are is for anyone to know, and a launch has begun only when the EHR sent the browser back. */
    private static Optional<Deed> wanted(HttpServletRequest request, int status) {
        String path = request.getRequestURI();
        boolean isPost = request.getMethod().equals("POST");
        if (path.startsWith("/cds-services/")) {
            Deed deed = path.endsWith("/feedback") ? Deed.FEEDBACK : Deed.CARDS;
            return Optional.of(deed).filter(any -> isPost);
        }
        if (path.equals("/callback") || path.equals("/launch")) {
            return Optional.of(Deed.LAUNCH).filter(any -> path.equals("/callback") || status >= 400);
        }
        if (PAGE.matcher(path).matches()) {
            boolean isKnown = Traced.patient(request).isPresent() || status >= 400;
            return Optional.of(isPost ? Deed.PAGE_ACTION : Deed.PAGE).filter(any -> isKnown);
        }
        boolean isProbe = path.startsWith("/health/") || path.equals("/metrics");
        return Optional.of(Deed.OTHER).filter(any -> !isProbe && DENIALS.contains(status));
    }

    private Event event(Deed deed, HttpServletRequest request, int status) {
        Who who = Traced.client(request)
                .map(client -> new Who(client, Traced.user(request).orElse(""), ""))
                .orElse(Who.UNKNOWN);
        Set<Key> about = Traced.patient(request).flatMap(id -> Key.fromReference("Patient/" + id)).stream()
                .collect(Collectors.toSet());
        return new Event(deed, what(deed, request), who, sender.address(request), status, "", about);
    }

    /** The name of the page, which is one of a few words; anything else is named by what was done. */
    private static String what(Deed deed, HttpServletRequest request) {
        Matcher page = PAGE.matcher(request.getRequestURI());
        boolean isNamed = Traced.patient(request).isPresent()
                && page.matches()
                && page.group(1).length() > 1;
        return isNamed ? deed + " " + page.group(1) : deed.toString();
    }

    @Override
    public String toString() {
        return "DoorRecorder";
    }
}
