package org.fascicle.bench;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Judge;
import org.fascicle.assessing.ResponseReader;
import org.fascicle.assessing.Submission;
import org.fascicle.assessing.SubmissionFromJson;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.result.ResultToFhir;
import org.fascicle.fhir.result.Wording;
import org.fascicle.testing.ExampleCase;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A line of JSON in, a result Bundle as JSON out, all in memory. The lines are the example cases. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class Lines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FhirContext fhir = FhirContext.forR4Cached();
    private final Assessing assessing = assessing();

    @Param({"responses", "responses with charts"})
    public String lines;

    private List<String> texts;

    @Setup
    public void read() {
        boolean charts = lines.equals("responses with charts");
        texts = ExampleCase.all()
                .filter(example -> !charts || example.chartJson().isPresent())
                .map(example -> charts ? bundle(example) : minified(example.responseJson()))
                .toList();
    }

    private static Assessing assessing() {
        Interviews interviews = new Interviews(Definitions.published());
        Wording wording = new Wording(interviews.current(), Locale.ENGLISH);
        return new Assessing(
                new ResponseReader(interviews),
                new Judge(Limits.standard()),
                new ResultToFhir(wording),
                Clock.systemUTC());
    }

    private static String bundle(ExampleCase example) {
        JsonNode chart = tree(example.chartJson().orElseThrow());
        ((ArrayNode) chart.path("entry")).addObject().set("resource", tree(example.responseJson()));
        return chart.toString();
    }

    private static String minified(String json) {
        return tree(json).toString();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private String next() {
        return texts.get(ThreadLocalRandom.current().nextInt(texts.size()));
    }

    /** The floor of whoever reads lines with HAPI. */
    @Benchmark
    public IBaseResource hapiParses() {
        return fhir.newJsonParser().parseResource(next());
    }

    @Benchmark
    public String hapiParsesAndEncodes() {
        return fhir.newJsonParser().encodeResourceToString(fhir.newJsonParser().parseResource(next()));
    }

    /** The floor of whoever reads JSON at all. */
    @Benchmark
    public JsonNode jacksonParses() {
        return tree(next());
    }

    @Benchmark
    public Submission readStrictly() {
        return SubmissionFromJson.read(next());
    }

    @Benchmark
    public String assess() {
        Submission submission = SubmissionFromJson.read(next());
        return assessing.inline(submission.response(), submission.chart()).bundle("urn:fascicle");
    }
}
