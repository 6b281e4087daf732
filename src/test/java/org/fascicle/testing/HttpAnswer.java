package org.fascicle.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/** What a server answered. */
public record HttpAnswer(HttpResponse<String> response) {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public static HttpAnswer to(HttpRequest request) {
        try {
            return new HttpAnswer(CLIENT.send(request, BodyHandlers.ofString()));
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    /** The header's first value; empty when there is none. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Fails, showing the answer, on any other status. */
    public HttpAnswer expect(int status) {
        assertEquals(status, status(), body());
        return this;
    }

    /** The resource in the body. */
    public <T extends Resource> T as(Class<T> type) {
        FhirContext context = FhirContext.forR4Cached();
        boolean isXml = header("Content-Type").contains("xml");
        return type.cast((isXml ? context.newXmlParser() : context.newJsonParser()).parseResource(body()));
    }

    /** The resources in the Bundle in the body, in order. */
    public List<Resource> entries() {
        return as(Bundle.class).getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .toList();
    }

    /** The ids of the resources in the Bundle in the body, in order. */
    public List<String> ids() {
        return entries().stream()
                .map(resource -> resource.getIdElement().getIdPart())
                .toList();
    }

    /** The issues of the OperationOutcome in the body. */
    public List<OperationOutcomeIssueComponent> issues() {
        return as(OperationOutcome.class).getIssue();
    }

    /** The FHIRPath expressions of all issues. */
    public List<String> places() {
        return issues().stream()
                .flatMap(issue -> issue.getExpression().stream())
                .map(StringType::getValue)
                .toList();
    }
}
