package org.fascicle.http;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What is answered when a request never reached a door, or fell out of one: the status in words, as an OperationOutcome,
 * since programs ask here more often than people. Never a page of Jetty's with a stack trace on it.
 */
final class BareErrors extends ErrorHandler {
    private static final HttpField JSON =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/fhir+json;charset=utf-8");

    /** Whatever was asked, or was meant to be. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        if (status >= 500 && cause != null && !isRefusal(cause)) {
            Bug.log(cause);
        }
        response.getHeaders().put(JSON);
        Content.Sink.write(response, true, outcome(status), callback);
    }

    /** Jetty throws it for what is no HTTP it speaks; anybody could fill the log with those. */
    private static boolean isRefusal(Throwable cause) {
        return cause instanceof HttpException;
    }

    private static String outcome(int status) {
        String words = HttpStatus.getMessage(status);
        return Refusal.outcome(status == 404 ? "not-found" : "processing", words);
    }
}
