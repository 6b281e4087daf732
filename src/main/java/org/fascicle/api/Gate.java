package org.fascicle.api;

import ca.uhn.fhir.util.UrlUtil;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fascicle.api.answer.FailureAnswers;
import org.fascicle.http.Body;
import org.fascicle.http.BufferedRequest;
import org.fascicle.http.HttpRefusal;

/** The first to see a request: lets in the methods that are offered and bodies of bearable size, and nothing escapes it. */
final class Gate implements Filter {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT");

    private static final Pattern TYPED = Pattern.compile("(?:[A-Z][A-Za-z]*|\\.well-known)/");

    private final Body body;
    private final Room room;

    Gate(Body body, Room room) {
        this.body = body;
        this.room = room;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Cache-Control", "no-store");
        try {
            let((HttpServletRequest) request, answer, chain);
        } catch (RuntimeException thrown) {
            FailureAnswers.write(thrown, answer);
        }
    }

    private void let(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!METHODS.contains(request.getMethod())) {
            throw HttpRefusal.notAllowed("This method is not offered; see `metadata`", "GET, HEAD, POST, PUT");
        }
        requireType(request.getRequestURI());
        byte[] read = body.read(request);
        Let known = new Let(request, read);
        known.requireReadable();
        Room.Share share = room.take(read.length);
        try {
            chain.doFilter(known, response);
        } finally {
            share.giveBack();
        }
    }

    /** HAPI's server takes for granted that what has parts is of a type. */
    private static void requireType(String path) {
        String below = path.replaceFirst("^" + ApiDoor.PATH + "/*", "");
        if (below.contains("/") && !TYPED.matcher(below).lookingAt()) {
            throw new HttpRefusal(404, "There is nothing at this address; `metadata` lists what there is");
        }
    }

    /** A request as HAPI's server is to see it: without the headers that would make it do what we do not offer. */
    private static final class Let extends BufferedRequest {
        private static final Set<String> HIDDEN = Set.of(
                "content-encoding",
                "content-location",
                "x-http-method-override",
                "x-rewrite-history",
                "x-retry-on-version-conflict");

        Let(HttpServletRequest request, byte[] body) {
            super(request, body, HIDDEN);
        }

        /** A {@code HEAD} is a {@code GET} whose body Jetty keeps; HAPI's server knows it for some addresses only. */
        @Override
        public String getMethod() {
            return super.getMethod().equals("HEAD") ? "GET" : super.getMethod();
        }

        void requireReadable() {
            QueryCheck.escapes(getRequestURI());
            QueryCheck.escapes(query());
            if (isForm()) {
                QueryCheck.escapes(bodyText());
            }
            QueryCheck.names(getParameterMap().keySet());
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return isForm() ? UrlUtil.parseQueryStrings(query(), bodyText()) : UrlUtil.parseQueryString(query());
        }

        private String query() {
            return getQueryString() == null ? "" : getQueryString();
        }

        private boolean isForm() {
            return getContentType() != null && getContentType().startsWith("application/x-www-form-urlencoded");
        }
    }
}
