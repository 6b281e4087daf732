package org.fascicle.knowledge.definition;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.RequestGroup.RequestGroupActionComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/**
 * A plan as it was applied, by whomever: a line for each action, and what it asks for. The library of cqframework leaves null
 * where an action does not apply.
 */
record AppliedPlan(Bundle bundle) {

    List<String> lines() {
        RequestGroup group = (RequestGroup) bundle.getEntryFirstRep().getResource();
        return lines(group.getAction()).toList();
    }

    private Stream<String> lines(List<RequestGroupActionComponent> actions) {
        return actions.stream().filter(Objects::nonNull).flatMap(this::lines);
    }

    private Stream<String> lines(RequestGroupActionComponent action) {
        String own = action.getId() + (action.hasResource() ? " " + asked(request(action)) : "");
        return Stream.concat(Stream.of(own), lines(action.getAction()));
    }

    private Resource request(RequestGroupActionComponent action) {
        String reference = action.getResource().getReference();
        return bundle.getEntry().stream()
                .filter(entry -> Stream.of(entry.getFullUrl(), relative(entry), id(entry))
                        .anyMatch(reference::equals))
                .map(BundleEntryComponent::getResource)
                .findFirst()
                .orElseThrow();
    }

    private static String relative(BundleEntryComponent entry) {
        return entry.getResource().fhirType() + "/" + id(entry);
    }

    private static String id(BundleEntryComponent entry) {
        return entry.getResource().getIdElement().getIdPart();
    }

    private static String asked(Resource request) {
        if (request instanceof ServiceRequest order) {
            return String.join(
                    " ",
                    order.getInstantiatesCanonical().get(0).getValue(),
                    order.getIntent().toCode(),
                    order.getPriority().toCode(),
                    order.getCode().getCodingFirstRep().getCode());
        }
        Task task = (Task) request;
        return String.join(
                " ",
                task.getInstantiatesCanonical(),
                task.getIntent().toCode(),
                task.getPriority().toCode(),
                task.getDescription());
    }
}
