package org.fascicle.knowledge.definition;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.repository.IRepository;
import java.util.List;
import java.util.stream.Stream;
import org.fascicle.fhir.profile.Definition;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.testing.FhirCase;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.opencds.cqf.fhir.cr.CrSettings;
import org.opencds.cqf.fhir.cr.plandefinition.PlanDefinitionProcessor;
import org.opencds.cqf.fhir.utility.monad.Eithers;
import org.opencds.cqf.fhir.utility.repository.InMemoryFhirRepository;

/** Applies the published PlanDefinition with the library of cqframework, which knows nothing of us. */
final class ForeignApplier {
    private static final CrSettings SETTINGS = CrSettings.getDefault();

    private ForeignApplier() {}

    static Bundle apply(FhirCase given, boolean isChartRead) {
        PlanDefinitionProcessor processor = new PlanDefinitionProcessor(repository(given), SETTINGS);
        Parameters parameters = new Parameters();
        parameters.addParameter("ChartRead", isChartRead);
        parameters.addParameter("ResponseId", given.response().getIdPart());
        CanonicalType plan = new CanonicalType(Artifact.url("PlanDefinition", PlanFromTables.ID));
        return (Bundle) ((Parameters) processor.applyR5(
                        Eithers.forLeft3(plan),
                        List.of(given.patient().getIdElement().getIdPart()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        parameters,
                        true,
                        null,
                        List.of(),
                        (IRepository) null,
                        null,
                        null))
                .getParameterFirstRep()
                .getResource();
    }

    private static IRepository repository(FhirCase given) {
        InMemoryFhirRepository repository = new InMemoryFhirRepository(FhirContext.forR4Cached());
        Stream<Resource> knowledge = Definitions.published().all().stream()
                .filter(definition -> List.of("Library", "PlanDefinition", "ActivityDefinition")
                        .contains(definition.type()))
                .map(Definition::resource);
        Stream.of(knowledge, Stream.<Resource>of(given.patient(), given.response()), given.chart().stream())
                .flatMap(part -> part)
                .forEach(resource -> repository.update(resource));
        return repository;
    }
}
