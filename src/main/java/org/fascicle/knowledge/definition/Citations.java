package org.fascicle.knowledge.definition;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fascicle.clinical.rule.Grounds;
import org.fascicle.clinical.rule.Source;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;

/** What a rule or a line rests on, as FHIR cites it: its sources, the statements of the seed articles, and its marks. */
final class Citations {
    private Citations() {}

    static List<RelatedArtifact> of(Grounds... grounds) {
        return of(List.of(grounds));
    }

    /** Each source once, then the seeds of all together, then what has to be signed off. */
    static List<RelatedArtifact> of(Collection<Grounds> grounds) {
        Set<Source> sources = new LinkedHashSet<>();
        Set<String> seeds = new TreeSet<>();
        Set<Grounds.Mark> marks = new TreeSet<>();
        grounds.forEach(each -> {
            sources.addAll(each.sources());
            seeds.addAll(each.seeds());
            marks.addAll(each.marks());
        });
        return Stream.of(
                        sources.stream().sorted().map(Citations::source),
                        Stream.of(seeds).filter(all -> !all.isEmpty()).map(Citations::seeds),
                        marks.stream().map(Citations::mark))
                .flatMap(part -> part)
                .toList();
    }

    private static RelatedArtifact source(Source source) {
        RelatedArtifact cited = new RelatedArtifact()
                .setType(RelatedArtifactType.CITATION)
                .setLabel(source.id())
                .setCitation(source.title());
        source.address().ifPresent(address -> cited.setUrl("https://" + address));
        return cited;
    }

    private static RelatedArtifact seeds(Set<String> seeds) {
        return new RelatedArtifact()
                .setType(RelatedArtifactType.CITATION)
                .setLabel("seeds")
                .setCitation("Seed articles, article and statement: " + String.join(", ", seeds));
    }

    private static RelatedArtifact mark(Grounds.Mark mark) {
        String words = switch (mark) {
            case GENERAL_KNOWLEDGE -> "General clinical knowledge: no source was read. For a clinician to sign off.";
            case POLICY -> "A choice of clinical safety made here. For a clinician to sign off.";
        };
        return new RelatedArtifact()
                .setType(RelatedArtifactType.JUSTIFICATION)
                .setLabel("sign-off")
                .setDisplay(words);
    }
}
