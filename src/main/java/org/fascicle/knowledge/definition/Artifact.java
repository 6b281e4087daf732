package org.fascicle.knowledge.definition;

import java.util.Locale;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.fhir.term.Systems;
import org.fascicle.knowledge.statement.Attributes;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;

/** What every definition made here has in common. */
final class Artifact {
    /** The day this edition of the tables was published. */
    static final String DATE = Attributes.REVISED;

    static final String QUESTIONNAIRE_VERSION = "1.0.0";
    static final String HELPERS = "http://hl7.org/fhir/Library/FHIRHelpers|4.0.1";

    static final String USE =
            "For clinicians, who decide. Not a validated screening instrument, not a diagnosis, and not for"
                    + " emergencies in progress. A local clinical safety review comes before use.";

    private Artifact() {}

    static void describe(MetadataResource resource, String id, String title) {
        resource.setId(id);
        resource.setLanguage(Locale.ENGLISH.getLanguage());
        resource.setUrl(url(resource.fhirType(), id));
        resource.setVersion(Tables.VERSION).setName(camel(id)).setTitle(title);
        resource.setStatus(PublicationStatus.ACTIVE).setExperimental(false);
        resource.setDateElement(new DateTimeType(DATE)).setPublisher("Fascicle");
    }

    static String url(String type, String id) {
        return Systems.BASE + "/" + type + "/" + id;
    }

    static CanonicalType canonical(String type, String id) {
        return new CanonicalType(url(type, id) + "|" + Tables.VERSION);
    }

    static RelatedArtifact dependsOn(String canonical) {
        return new RelatedArtifact().setType(RelatedArtifactType.DEPENDSON).setResource(canonical);
    }

    static RelatedArtifact dependsOnQuestionnaire() {
        return dependsOn(Systems.QUESTIONNAIRE + "|" + QUESTIONNAIRE_VERSION);
    }

    static CodeableConcept patients() {
        return concept("http://hl7.org/fhir/resource-types", "Patient", "Patient");
    }

    static CodeableConcept concept(String system, String code, String display) {
        return new CodeableConcept().addCoding(new Coding(system, code, display));
    }

    /** A name for programs out of an id or a library's name. */
    private static String camel(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }
}
