package org.fascicle.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.LenientErrorHandler;
import org.hl7.fhir.r4.model.Resource;

/** A resource that others wrote, of which nothing may be taken for granted. */
public final class ForeignJson {
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

    /** A copy of a resource that may hold such values, at which HAPI's own copying throws. */
    @SuppressWarnings("unchecked")
    public static <T extends Resource> T copy(T resource) {
        try {
            return (T) resource.copy();
        } catch (DataFormatException | IllegalArgumentException oddValue) {
            return (T) read(parser().encodeResourceToString(resource));
        }
    }

    private static IParser parser() {
        return FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(LENIENT);
    }
}
