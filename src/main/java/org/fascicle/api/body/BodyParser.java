package org.fascicle.api.body;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.util.List;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Issue;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads one resource from a body.
 *
 * @param deepest the levels it may be nested; resources of real systems stay below twenty
 */
public record BodyParser(int deepest) {

    /** @throws Fault malformed, with an issue for each thing that is not FHIR R4 */
    public Resource parse(byte[] body, Format format) {
        String text = Characters.decode(body);
        if (text.isBlank()) {
            throw new Fault(Kind.MALFORMED, "The body is empty; send a resource");
        }
        ParseIssues issues = new ParseIssues();
        Resource resource = parse(text, format, issues);
        List<Issue> found = issues.list();
        if (!found.isEmpty()) {
            throw new Fault(Kind.MALFORMED, "The body is not a resource of FHIR R4", found);
        }
        return resource;
    }

    private Resource parse(String text, Format format, ParseIssues issues) {
        FhirContext context = FhirContext.forR4Cached();
        if (format == Format.JSON) {
            JsonCheck.check(text, deepest);
            return parse(text, context.newJsonParser(), issues);
        }
        XmlCheck.check(text, deepest);
        return parse(text, context.newXmlParser(), issues);
    }

    /**
     * HAPI's parser throws more kinds of exception on nonsense than it declares. Whatever it is, what was sent is at fault,
     * and the words stay here, for they may hold a patient's data.
     */
    private static Resource parse(String text, IParser parser, ParseIssues issues) {
        try {
            return (Resource) parser.setParserErrorHandler(issues).parseResource(text);
        } catch (RuntimeException unreadable) {
            List<Issue> found = issues.list();
            throw new Fault(
                    Kind.MALFORMED, "The body is not a resource of FHIR R4; see that its `resourceType` is one", found);
        }
    }
}
