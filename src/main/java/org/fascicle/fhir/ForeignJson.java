package org.fascicle.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.util.FhirTerser;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Resource;

/** A resource that others wrote, of which nothing may be taken for granted. */
public final class ForeignJson {
    private static final FhirTerser TERSER = FhirContext.forR4Cached().newTerser();
    private static final IParserErrorHandler LENIENT = new LenientErrorHandler(false).disableAllErrors();

    private ForeignJson() {}

    /**
     * HAPI's parser throws more kinds of exception on nonsense than it declares; of here, only one comes.
     *
     * @throws DataFormatException when it is no resource of FHIR R4
     */
    public static Resource read(String json, IParser parser) {
        try {
            return (Resource) parser.parseResource(json);
        } catch (DataFormatException unreadable) {
            throw unreadable;
        } catch (RuntimeException nonsense) {
            throw new DataFormatException("no resource can be read from it", nonsense);
        }
    }

    /** As {@link #read(String, IParser)}; a value that FHIR does not know (30 February) is kept as it is written. */
    public static Resource read(String json) {
        return read(json, parser());
    }

    /**
     * A copy of a resource that may hold such values: HAPI's own copying throws at some, and loses others. Integers that are
     * none are dropped, for HAPI cannot write them.
     */
    @SuppressWarnings("unchecked")
    public static <T extends Resource> T copy(T resource) {
        List<PrimitiveType<?>> odd = odd(resource);
        if (odd.isEmpty()) {
            return (T) resource.copy();
        }
        odd.stream().filter(IntegerType.class::isInstance).forEach(value -> value.setValueAsString(null));
        return (T) read(parser().encodeResourceToString(resource));
    }

    /** The values that mean nothing in FHIR: a code in a wrong case, 30 February. */
    private static List<PrimitiveType<?>> odd(Resource resource) {
        List<PrimitiveType<?>> odd = new ArrayList<>();
        for (PrimitiveType<?> value : TERSER.getAllPopulatedChildElementsOfType(resource, PrimitiveType.class)) {
            if (value.hasValue() && isOdd(value)) {
                odd.add(value);
            }
        }
        return odd;
    }

    private static boolean isOdd(PrimitiveType<?> value) {
        try {
            return value.getValue() == null;
        } catch (DataFormatException | IllegalArgumentException nonsense) {
            return true;
        }
    }

    private static IParser parser() {
        return FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(LENIENT);
    }
}
