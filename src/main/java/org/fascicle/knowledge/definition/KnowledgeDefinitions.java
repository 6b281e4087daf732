package org.fascicle.knowledge.definition;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.knowledge.cql.CqlLibraries;
import org.fascicle.knowledge.cql.CqlLibrary;
import org.fascicle.knowledge.cql.Names;
import org.hl7.fhir.r4.model.MetadataResource;

/** Every definition that follows from the tables, as it is published under {@code profiles/}. */
public final class KnowledgeDefinitions {
    private KnowledgeDefinitions() {}

    /** @param elm compiles a library to ELM as JSON */
    public static List<MetadataResource> all(Function<CqlLibrary, String> elm) {
        Stream<MetadataResource> libraries = CqlLibraries.of(Limits.standard()).stream()
                .map(library -> LibraryToFhir.write(library, elm.apply(library)));
        Stream<MetadataResource> activities = Stream.concat(
                Stream.of(ConsiderToDefinition.write()), Names.proposable().map(ActivityToDefinition::write));
        return Stream.of(
                        libraries,
                        Stream.of(AssetToDefinition.write(), PlanFromTables.write()),
                        activities,
                        Stream.of(CodeSystems.chartFacts(), CodeSystems.activities()))
                .flatMap(Function.<Stream<? extends MetadataResource>>identity())
                .map(MetadataResource.class::cast)
                .toList();
    }
}
