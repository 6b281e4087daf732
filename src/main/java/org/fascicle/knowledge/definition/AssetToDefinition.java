package org.fascicle.knowledge.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fascicle.clinical.advice.AdviceTexts;
import org.fascicle.clinical.rule.Grounds;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.clinical.workup.OrderSets;
import org.fascicle.knowledge.cql.CqlLibraries;
import org.fascicle.knowledge.statement.Attribute;
import org.fascicle.knowledge.statement.Attributes;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;

/**
 * The whole of the published knowledge as one Library: what it is composed of, what it rests on, and what those who answer
 * for its use must know. The source attributes are its documentation, each under its name.
 */
final class AssetToDefinition {
    static final String ID = "fasciculation-knowledge";
    private static final String TYPES = "http://terminology.hl7.org/CodeSystem/library-type";

    private AssetToDefinition() {}

    static Library write() {
        Library asset = new Library();
        Artifact.describe(asset, ID, "Fasciculation: the knowledge, and what must be known of it");
        asset.setType(Artifact.concept(TYPES, "asset-collection", "Asset Collection"));
        asset.setSubject(Artifact.patients());
        asset.setDescription(Attributes.INTENDED_USE);
        asset.setPurpose(Attributes.INTENDED_USER + " " + Attributes.POPULATION);
        asset.setUsage(list("Not for:", Attributes.NOT_FOR)
                + list("Limits:", Attributes.LIMITS)
                + list("Legal status:", Attributes.LEGAL_STATUS).strip());
        asset.setCopyright(Notices.OF_CODES);
        Attributes.SOURCE_ATTRIBUTES.forEach(attribute -> asset.addRelatedArtifact(documentation(attribute)));
        parts().forEach(part -> asset.addRelatedArtifact(
                new RelatedArtifact().setType(RelatedArtifactType.COMPOSEDOF).setResource(part)));
        Citations.of(grounds()).forEach(asset::addRelatedArtifact);
        return asset;
    }

    private static RelatedArtifact documentation(Attribute attribute) {
        return new RelatedArtifact()
                .setType(RelatedArtifactType.DOCUMENTATION)
                .setLabel(attribute.name())
                .setDisplay(attribute.text());
    }

    private static List<String> parts() {
        return Stream.of(
                        Stream.of(Artifact.canonical("PlanDefinition", PlanFromTables.ID)),
                        CqlLibraries.names().map(name -> Artifact.canonical("Library", name)))
                .flatMap(part -> part)
                .map(canonical -> canonical.getValue())
                .toList();
    }

    /** Of all rules, orders and advice. */
    static List<Grounds> grounds() {
        List<Grounds> all = new ArrayList<>();
        Tables.rules().map(Rule::grounds).forEach(all::add);
        OrderSets.ALL.forEach(line -> all.add(line.grounds()));
        AdviceTexts.ALL.forEach(advice -> all.add(advice.grounds()));
        return all;
    }

    private static String list(String heading, List<String> sentences) {
        return heading + "\n\n- " + String.join("\n- ", sentences) + "\n\n";
    }
}
