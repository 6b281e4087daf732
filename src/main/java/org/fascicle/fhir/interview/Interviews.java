package org.fascicle.fhir.interview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fascicle.fhir.profile.Canonical;
import org.fascicle.fhir.profile.Definition;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.Questionnaire;

/** The interviews we publish. Each version is read when it is first asked for, and kept. */
public final class Interviews {
    private final Definitions definitions;
    private final Map<Definition, Interview> read = new ConcurrentHashMap<>();
    private volatile List<Interview> newestFirst = List.of();

    public Interviews(Definitions definitions) {
        this.definitions = definitions;
    }

    /** The version a response names; the newest when it names none. */
    public Optional<Interview> find(Canonical canonical) {
        return definitions
                .find(canonical)
                .filter(definition -> definition.type().equals("Questionnaire"))
                .map(definition -> read.computeIfAbsent(definition, Interviews::read));
    }

    /** The newest version of the history. */
    public Interview current() {
        return newestFirst().get(0);
    }

    /** Every version of the history, newest first. */
    public List<Interview> newestFirst() {
        if (newestFirst.isEmpty()) {
            newestFirst = definitions.versions(Systems.QUESTIONNAIRE).stream()
                    .map(definition -> read.computeIfAbsent(definition, Interviews::read))
                    .toList();
        }
        return newestFirst;
    }

    private static Interview read(Definition definition) {
        return InterviewFromFhir.read((Questionnaire) definition.resource());
    }
}
