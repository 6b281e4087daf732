package org.fascicle.assessing;

import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/**
 * Reads a response that says nothing but what the interview asks for, each member of its own JSON type. Nearly every
 * response is so, and read in a tenth of the time HAPI's parser takes.
 *
 * <p>What it reads, HAPI reads alike. At the first thing it does not know (an extension, a contained resource, a value of
 * another type) it leaves the whole response to HAPI, which knows what FHIR allows: so there is nothing it can lose.
 */
final class PlainResponse {
    /** Puts a member's value into its place; false when that value is not plain. */
    private interface Place<T> {
        boolean put(T into, JsonNode value);
    }

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    private static final Map<String, Place<Meta>> META = Map.of(
            "versionId", text((meta, id) -> meta.setVersionId(plainId(id))),
            "lastUpdated", text((meta, time) -> meta.setLastUpdatedElement(new InstantType(time))));

    private static final Map<String, Place<Reference>> REFERENCE = Map.of(
            "reference",
            text((reference, name) -> reference.setReference(elsewhere(name))),
            "display",
            text(Reference::setDisplay));

    private static final Map<String, Place<Coding>> CODING = Map.of(
            "system", text(Coding::setSystem),
            "code", text(Coding::setCode),
            "display", text(Coding::setDisplay));

    private static final Map<String, Place<QuestionnaireResponseItemAnswerComponent>> ANSWER = Map.of(
            "valueCoding",
                    (answer, value) -> {
                        Coding coding = new Coding();
                        value(answer, coding);
                        return fill(coding, value, CODING);
                    },
            "valueInteger",
                    (answer, value) -> {
                        value(answer, new IntegerType(value.intValue()));
                        return value.isInt();
                    },
            "valueDecimal", (answer, value) -> value.isNumber() && decimal(answer, value.asText()),
            "valueDate", text((answer, date) -> value(answer, new DateType(date))),
            "valueString", text((answer, words) -> value(answer, new StringType(words))),
            "item", (answer, items) -> each(answer::addItem, items, PlainResponse.ITEM));

    private static final Map<String, Place<QuestionnaireResponseItemComponent>> ITEM = Map.of(
            "linkId",
            text(QuestionnaireResponseItemComponent::setLinkId),
            "text",
            text(QuestionnaireResponseItemComponent::setText),
            "answer",
            (item, answers) -> each(item::addAnswer, answers, ANSWER),
            "item",
            (item, items) -> each(item::addItem, items, PlainResponse.ITEM));

    private static final Map<String, Place<QuestionnaireResponse>> RESPONSE = Map.of(
            "resourceType", (response, type) -> true,
            "id", text((response, id) -> response.setId(plainId(id))),
            "meta", (response, value) -> fill(response.getMeta(), value, META),
            "questionnaire", text(QuestionnaireResponse::setQuestionnaire),
            "status", text((response, code) -> response.setStatus(QuestionnaireResponseStatus.fromCode(code))),
            "subject", (response, value) -> fill(response.getSubject(), value, REFERENCE),
            "encounter", (response, value) -> fill(response.getEncounter(), value, REFERENCE),
            "authored", text((response, time) -> response.setAuthoredElement(new DateTimeType(time))),
            "item", (response, items) -> each(response::addItem, items, ITEM));

    private PlainResponse() {}

    /** Empty when it is not plain, or may be wrong. */
    static Optional<QuestionnaireResponse> read(JsonNode json) {
        QuestionnaireResponse response = new QuestionnaireResponse();
        try {
            return fill(response, json, RESPONSE) ? Optional.of(named(response)) : Optional.empty();
        } catch (DataFormatException | FHIRException | IllegalArgumentException wrongValue) {
            return Optional.empty();
        }
    }

    /** HAPI's ids say the type and the version too. */
    private static QuestionnaireResponse named(QuestionnaireResponse response) {
        String version = response.getMeta().getVersionId();
        return response.hasId()
                ? (QuestionnaireResponse) response.setId(new IdType(response.fhirType(), response.getId(), version))
                : response;
    }

    private static String elsewhere(String reference) {
        if (reference.startsWith("#")) {
            throw new IllegalArgumentException("contained");
        }
        return reference;
    }

    private static String plainId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an id");
        }
        return id;
    }

    private static <T> boolean fill(T into, JsonNode object, Map<String, Place<T>> places) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            Place<T> place = places.get(member.getKey());
            if (place == null || !place.put(into, member.getValue())) {
                return false;
            }
        }
        return object.isObject() && !object.isEmpty();
    }

    private static <T> Place<T> text(BiConsumer<T, String> setter) {
        return (into, value) -> {
            boolean isPlain = value.isTextual() && isTrimmed(value.textValue());
            if (isPlain) {
                setter.accept(into, value.textValue());
            }
            return isPlain;
        };
    }

    private static boolean isTrimmed(String text) {
        return !text.isEmpty() && text.charAt(0) > ' ' && text.charAt(text.length() - 1) > ' ';
    }

    private static <E> boolean each(Supplier<E> add, JsonNode list, Map<String, Place<E>> places) {
        for (JsonNode element : list) {
            if (!fill(add.get(), element, places)) {
                return false;
            }
        }
        return list.isArray() && !list.isEmpty();
    }

    private static void value(QuestionnaireResponseItemAnswerComponent answer, Type value) {
        if (answer.getValue() != null) {
            throw new IllegalArgumentException("a second value");
        }
        answer.setValue(value);
    }

    /** In digits only, for HAPI keeps them as they are written. */
    private static boolean decimal(QuestionnaireResponseItemAnswerComponent answer, String digits) {
        value(answer, new DecimalType(digits));
        return digits.indexOf('E') < 0;
    }
}
