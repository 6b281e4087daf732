package org.fascicle.fhir.result;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.risk.FiredRule;
import org.fascicle.clinical.risk.Prediction;
import org.fascicle.clinical.rule.Grounds;
import org.fascicle.clinical.rule.Source;

/** Why a prediction stands as it does: every fired rule by id, its reason, its facts, its sources. */
record Rationale(EvidenceWords evidence) {

    /** With its sources, for the record. */
    String of(Prediction prediction) {
        return prediction.rules().stream()
                .map(fired -> line(fired) + sources(fired.rule().grounds()))
                .collect(Collectors.joining("\n"));
    }

    /** Without, for a reader. */
    Stream<String> lines(Prediction prediction) {
        return prediction.rules().stream().map(this::line);
    }

    private String line(FiredRule fired) {
        return fired.rule().id() + ": " + fired.rule().words().reason() + facts(evidence.of(fired.evidence()));
    }

    private static String facts(List<String> facts) {
        return facts.isEmpty() ? "" : " — " + String.join("; ", facts);
    }

    private static String sources(Grounds grounds) {
        Stream<String> sources = grounds.sources().stream().map(Source::id);
        Stream<String> seeds = grounds.seeds().stream().map(seed -> "seed " + seed);
        Stream<String> marks = grounds.marks().stream().sorted().map(Rationale::mark);
        return Stream.of(sources, seeds, marks).flatMap(part -> part).collect(Collectors.joining(", ", " (", ")"));
    }

    private static String mark(Grounds.Mark mark) {
        return switch (mark) {
            case GENERAL_KNOWLEDGE -> "general knowledge";
            case POLICY -> "policy";
        };
    }
}
