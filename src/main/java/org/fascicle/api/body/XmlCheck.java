package org.fascicle.api.body;

import java.io.StringReader;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * Reads XML once from end to end before the FHIR parser may: is it well formed, not too deep, of FHIR's own names, without a
 * document type, entities, inclusions or instructions, and is every value one that FHIR can hold. Nothing is ever fetched.
 */
final class XmlCheck {
    private static final Set<String> NAMESPACES = Set.of("http://hl7.org/fhir", "http://www.w3.org/1999/xhtml");
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private final int deepest;
    private int depth;

    private XmlCheck(XMLStreamReader reader, int deepest) {
        this.reader = reader;
        this.deepest = deepest;
    }

    /** @throws Fault naming the place when it is not */
    static void check(String xml, int deepest) {
        try {
            new XmlCheck(FACTORY.createXMLStreamReader(new StringReader(xml)), deepest).read();
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
            throw new Fault(Kind.MALFORMED, "The body is not well-formed XML, see line " + line, broken);
        }
    }

    private void read() throws XMLStreamException {
        while (reader.hasNext()) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> element();
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw Bounds.fault("structure", "", "holds a document type or an entity; leave them out");
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    throw Bounds.fault("structure", "", "holds a processing instruction; leave it out");
                default -> {
                    // Text, comments and white space are checked by being read.
                }
            }
        }
    }

    /** The JDK's reader throws more kinds of exception on a broken document type than it declares. */
    private int next() throws XMLStreamException {
        try {
            return reader.next();
        } catch (RuntimeException unreadable) {
            throw new XMLStreamException("unreadable", reader.getLocation(), unreadable);
        }
    }

    private void element() {
        String name = Named.plain(reader.getLocalName());
        Bounds.depth(++depth, deepest, "");
        boolean isNamed = reader.getNamespaceURI() != null && NAMESPACES.contains(reader.getNamespaceURI());
        if (!isNamed) {
            throw Bounds.fault("structure", name, "is neither in the namespace `http://hl7.org/fhir` nor XHTML");
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            Bounds.text(reader.getAttributeValue(i), () -> name);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }
}
