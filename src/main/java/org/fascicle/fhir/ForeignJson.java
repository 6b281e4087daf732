package org.fascicle.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import org.hl7.fhir.r4.model.Resource;

/** A resource in JSON that others wrote, of which nothing may be taken for granted. */
public final class ForeignJson {
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
}
