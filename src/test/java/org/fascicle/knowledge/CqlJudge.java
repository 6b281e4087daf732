package org.fascicle.knowledge;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kotlin.Pair;
import kotlin.Unit;
import org.fascicle.clinical.advice.Advice;
import org.fascicle.clinical.advice.AdviceTexts;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.knowledge.cql.CqlLibraries;
import org.fascicle.knowledge.cql.CqlLibrary;
import org.fascicle.knowledge.cql.Names;
import org.fascicle.testing.CqlTranslation;
import org.fascicle.testing.FhirCase;
import org.hl7.elm.r1.VersionedIdentifier;
import org.hl7.fhir.r4.model.Resource;
import org.opencds.cqf.cql.engine.data.CompositeDataProvider;
import org.opencds.cqf.cql.engine.data.DataProvider;
import org.opencds.cqf.cql.engine.execution.CqlEngine;
import org.opencds.cqf.cql.engine.execution.Environment;
import org.opencds.cqf.cql.engine.execution.EvaluationParams;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;
import org.opencds.cqf.cql.engine.execution.EvaluationResults;
import org.opencds.cqf.cql.engine.fhir.model.R4FhirModelResolver;
import org.opencds.cqf.cql.engine.model.CachingModelResolverDecorator;
import org.opencds.cqf.cql.engine.model.ModelResolver;
import org.opencds.cqf.cql.engine.retrieve.RetrieveProvider;

/** Judges by the published libraries, in the reference CQL engine. Not for use by several threads. */
final class CqlJudge {
    private static final String FHIR = "http://hl7.org/fhir";
    private static final ModelResolver MODEL =
            new CachingModelResolverDecorator(new R4FhirModelResolver(FhirContext.forR4Cached()));

    private final CqlTranslation translation;

    private static final class Published {
        private static final CqlJudge JUDGE = new CqlJudge(CqlLibraries.of(Limits.standard()));
    }

    /** By the libraries as they are published, compiled once. */
    static CqlJudge published() {
        return Published.JUDGE;
    }

    CqlJudge(List<CqlLibrary> libraries) {
        translation = new CqlTranslation(libraries);
    }

    Verdict judge(FhirCase fhir, Map<String, Object> parameters) {
        EvaluationResult result = evaluate(fhir, parameters, CqlLibraries.RULES, conclusions());
        Map<String, String> concerns = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            Object concern = result.get(Names.concern(outcome)).getValue();
            concerns.put(outcome.code(), concern == null ? "(none)" : (String) concern);
        }
        Map<String, String> proposed = new TreeMap<>();
        strings(result, Names.PROPOSED)
                .forEach(activity -> proposed.put(activity, (String)
                        result.get(Names.urgency(Activity.valueOf(activity))).getValue()));
        Set<String> advice = new TreeSet<>();
        AdviceTexts.ALL.stream()
                .map(Advice::id)
                .filter(id -> Boolean.TRUE.equals(result.get(id).getValue()))
                .forEach(advice::add);
        return new Verdict(
                new TreeSet<>(strings(result, Names.FIRED)),
                concerns,
                (String) result.get(Names.URGENCY).getValue(),
                proposed,
                advice);
    }

    /** Any definitions of a library. */
    EvaluationResult evaluate(FhirCase fhir, Map<String, Object> parameters, String library, List<String> names) {
        EvaluationParams.Builder params = new EvaluationParams.Builder();
        params.setContextParameter(
                new Pair<>("Patient", fhir.patient().getIdElement().getIdPart()));
        params.setParameters(parameters);
        VersionedIdentifier identifier =
                new VersionedIdentifier().withId(library).withVersion(Tables.VERSION);
        params.library(identifier, wanted -> {
            wanted.expressions(names);
            return Unit.INSTANCE;
        });
        EvaluationResults results = engine(fhir).evaluate(params.build());
        results.getExceptions().values().forEach(exception -> {
            throw exception;
        });
        return results.getOnlyResultOrThrow();
    }

    /** What is remembered of one case must not be used for the next, so each has an engine of its own. */
    private CqlEngine engine(FhirCase fhir) {
        Map<String, DataProvider> providers = new HashMap<>();
        providers.put(FHIR, new CompositeDataProvider(MODEL, retrieve(fhir)));
        return new CqlEngine(
                new Environment(translation.manager(), providers, null),
                EnumSet.of(CqlEngine.Options.EnableExpressionCaching));
    }

    private static RetrieveProvider retrieve(FhirCase fhir) {
        Map<String, List<Object>> byType = new HashMap<>();
        Stream.concat(Stream.<Resource>of(fhir.patient(), fhir.response()), fhir.chart().stream())
                .forEach(resource -> byType.computeIfAbsent(resource.fhirType(), type -> new ArrayList<>())
                        .add(resource));
        return (context, path, value, type, template, codePath, codes, valueSet, datePath, low, high, range) ->
                byType.getOrDefault(type, List.of());
    }

    private static List<String> conclusions() {
        return Stream.of(
                        Stream.of(Names.FIRED, Names.URGENCY, Names.PROPOSED),
                        Arrays.stream(Outcome.values()).map(Names::concern),
                        AdviceTexts.ALL.stream().map(Advice::id),
                        Names.proposable().map(Names::urgency))
                .flatMap(part -> part)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(EvaluationResult result, String name) {
        return (List<String>) result.get(name).getValue();
    }
}
