package org.fascicle.testing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fascicle.clinical.finding.Item;
import org.fascicle.fhir.interview.Group;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** Writes the answers of a random case into a completed response, in the groups of the published interview. */
final class ResponseToFhir {
    private static final List<Group> GROUPS =
            new Interviews(Definitions.published()).current().groups();

    private ResponseToFhir() {}

    static QuestionnaireResponse write(RandomCase random) {
        QuestionnaireResponse response = Responses.completed();
        response.setId("QuestionnaireResponse/random");
        response.setSubject(new Reference(FhirCase.SUBJECT));
        response.setAuthoredElement(
                new DateTimeType(RandomCase.AUTHORED.toString().replace("10:00Z", "10:00:00Z")));
        for (Group group : GROUPS) {
            QuestionnaireResponseItemComponent[] answered = group.questions().stream()
                    .flatMap(question -> Item.find(question.linkId()).stream())
                    .filter(item -> values(item, random).findAny().isPresent())
                    .map(item -> Responses.answered(
                            item.linkId(), values(item, random).toArray(Type[]::new)))
                    .toArray(QuestionnaireResponseItemComponent[]::new);
            if (answered.length > 0) {
                response.addItem(Responses.group(group.linkId(), answered));
            }
        }
        return response;
    }

    private static Stream<Type> values(Item item, RandomCase random) {
        return switch (item.form().kind()) {
            case ONE_OF, SOME_OF ->
                random.codes().getOrDefault(item, Set.of()).stream().map(Responses::code);
            case INTEGER ->
                Stream.ofNullable(random.numbers().get(item)).map(number -> new IntegerType(number.intValue()));
            case DECIMAL ->
                Stream.ofNullable(random.numbers().get(item))
                        .map(number -> new DecimalType(BigDecimal.valueOf(number)));
            case DATE -> Stream.ofNullable(random.dates().get(item)).map(FhirCase::date);
            case TEXT -> Stream.empty();
        };
    }
}
