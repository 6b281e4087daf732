package org.fascicle.chart.remote;

import ca.uhn.fhir.rest.client.impl.BaseHttpResponse;
import ca.uhn.fhir.util.StopWatch;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.fascicle.oauth.Answer;

/** An answer in HAPI's terms; all of it is here already. */
final class ClientResponse extends BaseHttpResponse {
    private final Answer answer;

    ClientResponse(Answer answer) {
        super(new StopWatch());
        this.answer = answer;
    }

    @Override
    public int getStatus() {
        return answer.status();
    }

    @Override
    public String getStatusInfo() {
        return "";
    }

    @Override
    public String getMimeType() {
        return answer.contentType().split(";")[0].strip();
    }

    @Override
    public Map<String, List<String>> getAllHeaders() {
        return answer.headers().map();
    }

    @Override
    public List<String> getHeaders(String name) {
        return answer.headers().allValues(name);
    }

    @Override
    public InputStream readEntity() {
        return new ByteArrayInputStream(answer.body());
    }

    @Override
    public Reader createReader() {
        return new StringReader(answer.text());
    }

    @Override
    public Object getResponse() {
        return answer;
    }

    @Override
    public void bufferEntity() {
        // It is buffered.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
