package org.fascicle.operating;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** Times every request, from before all other filters to its answer. */
final class RequestMeter implements Filter {
    private final Meters meters;

    RequestMeter(Meters meters) {
        this.meters = meters;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        long start = System.nanoTime();
        boolean isAnswered = false;
        try {
            chain.doFilter(request, response);
            isAnswered = true;
        } finally {
            int status = isAnswered ? ((HttpServletResponse) response).getStatus() : 500;
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            meters.answered(asked.getRequestURI(), asked.getMethod(), status, took);
        }
    }
}
