package org.fascicle.assessing.writeback;

import ca.uhn.fhir.context.FhirContext;
import org.fascicle.fhir.result.Part;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** A result as plain text, for a clinician to paste into a note: the last rung. */
public final class CopyText {
    private CopyText() {}

    /** @param assessment the RiskAssessment of a result */
    public static String of(Part assessment) {
        return of(assessment.resource().toString());
    }

    /** @param json a resource with a narrative */
    public static String of(String json) {
        DomainResource resource =
                (DomainResource) FhirContext.forR4Cached().newJsonParser().parseResource(json);
        StringBuilder text = new StringBuilder();
        write(resource.getText().getDiv(), text);
        return text.toString()
                .replaceAll("[ \\t]+", " ")
                .replaceAll("\\s*\\n\\s*", "\n")
                .strip();
    }

    private static void write(XhtmlNode node, StringBuilder text) {
        if (node.getNodeType() == NodeType.Text) {
            text.append(node.getContent());
        }
        boolean isBlock =
                node.getNodeType() == NodeType.Element && node.getName().matches("div|p|h[1-6]|ul|ol|li|br|table|tr");
        if (isBlock) {
            text.append('\n').append("li".equals(node.getName()) ? "- " : "");
        }
        node.getChildNodes().forEach(child -> write(child, text));
        if (isBlock) {
            text.append('\n');
        }
    }
}
