package org.fascicle.knowledge.definition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.regex.Pattern;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.term.Systems;
import org.fascicle.knowledge.cql.CqlLibrary;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.ParameterDefinition;
import org.hl7.fhir.r4.model.ParameterDefinition.ParameterUse;

/** A CQL library as a FHIR one: its source, its ELM, what it depends on, and the parameters a hospital may set. */
final class LibraryToFhir {
    private static final String TYPES = "http://terminology.hl7.org/CodeSystem/library-type";
    private static final Pattern INCLUDED = Pattern.compile("(?m)^include (Fasciculation\\w+) ");

    private LibraryToFhir() {}

    /** @param elm the same library as the translator compiles it, as JSON */
    static Library write(CqlLibrary cql, String elm) {
        Library library = new Library();
        Artifact.describe(library, cql.name(), cql.title());
        library.setType(Artifact.concept(TYPES, "logic-library", "Logic Library"));
        library.setSubject(Artifact.patients());
        library.setDescription(cql.title() + ", generated from the tables that Fascicle itself runs.");
        library.setPurpose("To let any CQL engine come to the same judgement, and anyone read how it is reached.");
        library.setUsage(Artifact.USE);
        library.setCopyright(Notices.OF_CODES);
        includes(cql)
                .forEach(name -> library.addRelatedArtifact(
                        Artifact.dependsOn(Artifact.canonical("Library", name).getValue())));
        if (cql.source().contains("include FHIRHelpers ")) {
            library.addRelatedArtifact(Artifact.dependsOn(Artifact.HELPERS));
        }
        if (cql.source().contains(Systems.QUESTIONNAIRE)) {
            library.addRelatedArtifact(Artifact.dependsOnQuestionnaire());
        }
        if (cql.source().contains("parameter \"" + Limit.SODIUM_LOW.key() + "\"")) {
            for (Limit limit : Limit.values()) {
                library.addParameter(parameter(limit));
            }
        }
        library.addContent(content("text/cql", cql.source()));
        library.addContent(content("application/elm+json", elm));
        return library;
    }

    private static List<String> includes(CqlLibrary cql) {
        return INCLUDED.matcher(cql.source())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static ParameterDefinition parameter(Limit limit) {
        return new ParameterDefinition()
                .setName(limit.key())
                .setUse(ParameterUse.IN)
                .setMin(0)
                .setMax("1")
                .setType("decimal")
                .setDocumentation(documentation(limit, Limits.standard()));
    }

    static String documentation(Limit limit, Limits inForce) {
        return "In %s; %s unless set; from %s to %s."
                .formatted(limit.unit(), inForce.of(limit), limit.lowest(), limit.highest());
    }

    private static Attachment content(String type, String text) {
        return new Attachment().setContentType(type).setData(text.getBytes(UTF_8));
    }
}
