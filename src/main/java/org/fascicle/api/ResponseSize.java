package org.fascicle.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Resource;

/** Whether each response in a body, alone, in a transaction or among parameters, has no more items and answers than allowed. */
record ResponseSize(int items, int answers) {

    /** Fault: too large. */
    void require(Resource resource) {
        Deque<Resource> toSee = new ArrayDeque<>(List.of(resource));
        while (!toSee.isEmpty()) {
            Resource next = toSee.pop();
            if (next instanceof QuestionnaireResponse response) {
                require(response);
            }
            within(next).forEach(toSee::push);
        }
    }

    private void require(QuestionnaireResponse response) {
        Deque<QuestionnaireResponseItemComponent> toSee = new ArrayDeque<>(response.getItem());
        int seenItems = 0;
        int seenAnswers = 0;
        while (!toSee.isEmpty()) {
            QuestionnaireResponseItemComponent item = toSee.pop();
            seenItems++;
            seenAnswers += item.getAnswer().size();
            if (seenItems > items || seenAnswers > answers) {
                throw new Fault(
                        Kind.TOO_LARGE,
                        "A QuestionnaireResponse may have " + items + " items and " + answers
                                + " answers; leave out what was not asked");
            }
            item.getItem().forEach(toSee::push);
            item.getAnswer().stream()
                    .map(QuestionnaireResponseItemAnswerComponent::getItem)
                    .flatMap(List::stream)
                    .forEach(toSee::push);
        }
    }

    private static Stream<Resource> within(Resource resource) {
        if (resource instanceof Bundle bundle) {
            return bundle.getEntry().stream()
                    .filter(BundleEntryComponent::hasResource)
                    .map(BundleEntryComponent::getResource);
        }
        return resource instanceof Parameters parameters
                ? parameters.getParameter().stream().flatMap(ResponseSize::within)
                : Stream.empty();
    }

    private static Stream<Resource> within(ParametersParameterComponent parameter) {
        Stream<Resource> own = Stream.of(parameter)
                .filter(ParametersParameterComponent::hasResource)
                .map(ParametersParameterComponent::getResource);
        return Stream.concat(own, parameter.getPart().stream().flatMap(ResponseSize::within));
    }
}
