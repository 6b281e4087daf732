package org.fascicle.api.definition;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import org.fascicle.api.answer.Carried;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.profile.Definition;
import org.fascicle.fhir.profile.Definitions;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;

/** The published definitions of one type, as they stand in their files. */
public final class DefinitionProvider implements IResourceProvider {
    private final String type;
    private final Definitions definitions;

    public DefinitionProvider(String type, Definitions definitions) {
        this.type = type;
        this.definitions = definitions;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return FhirContext.forR4Cached().getResourceDefinition(type).getImplementingClass();
    }

    @Read
    public IBaseResource read(@IdParam IdType id) {
        return Carried.bundle(definitions
                .find(type, id.getIdPart())
                .map(Definition::json)
                .orElseThrow(() -> new Fault(
                        Kind.NOT_FOUND, "No `" + type + "` of this id is published; search without an id to see all")));
    }

    @Search(allowUnknownParams = true)
    public Bundle search(RequestDetails request) {
        return Carried.bundle(DefinitionSearch.read(type, request).in(definitions));
    }
}
