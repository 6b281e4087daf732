package org.fascicle.testing;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fascicle.fhir.profile.Canonical;
import org.fascicle.fhir.profile.Definition;
import org.fascicle.fhir.profile.Definitions;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;

/** Gives the validator whatever we publish, by the canonical that a resource names. */
final class PublishedDefinitions implements IValidationSupport {
    private final FhirContext context;
    private final Definitions definitions = Definitions.published();
    private final Map<Definition, IBaseResource> read = new ConcurrentHashMap<>();

    PublishedDefinitions(FhirContext context) {
        this.context = context;
    }

    @Override
    public FhirContext getFhirContext() {
        return context;
    }

    /** @param type null when the validator does not know what it looks for */
    @Override
    @SuppressWarnings("unchecked")
    public <T extends IBaseResource> T fetchResource(Class<T> type, String canonical) {
        Class<T> sought = type == null ? (Class<T>) IBaseResource.class : type;
        return find(sought, canonical).orElse(null);
    }

    @Override
    public IBaseResource fetchStructureDefinition(String canonical) {
        return fetchResource(StructureDefinition.class, canonical);
    }

    @Override
    public IBaseResource fetchCodeSystem(String canonical) {
        return fetchResource(CodeSystem.class, canonical);
    }

    @Override
    public IBaseResource fetchValueSet(String canonical) {
        return fetchResource(ValueSet.class, canonical);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends IBaseResource> List<T> fetchAllStructureDefinitions() {
        return definitions.ofType("StructureDefinition").stream()
                .map(definition -> (T) resource(definition))
                .toList();
    }

    @Override
    public boolean isCodeSystemSupported(ValidationSupportContext root, String canonical) {
        return find(CodeSystem.class, canonical).isPresent();
    }

    @Override
    public boolean isValueSetSupported(ValidationSupportContext root, String canonical) {
        return find(ValueSet.class, canonical).isPresent();
    }

    private <T extends IBaseResource> Optional<T> find(Class<T> type, String canonical) {
        return Optional.ofNullable(canonical)
                .map(Canonical::parse)
                .flatMap(definitions::find)
                .map(this::resource)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private IBaseResource resource(Definition definition) {
        return read.computeIfAbsent(definition, Definition::resource);
    }
}
