package org.fascicle.knowledge.definition;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.profile.Definition;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.knowledge.cql.CqlLibraries;
import org.fascicle.knowledge.cql.CqlLibrary;
import org.hl7.fhir.r4.model.Library;

/**
 * The published definitions as they hold on this server: where the hospital has set limits of its own, they are the defaults
 * of the CQL's parameters, in the source and in the ELM.
 */
public final class KnowledgeInForce {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CQL = 0;
    private static final int ELM = 1;

    private KnowledgeInForce() {}

    /** The same definitions where every limit is the standard one. */
    public static Definitions in(Definitions published, Limits limits) {
        return limits.inForce().equals(Limits.standard().inForce())
                ? published
                : published.with(own(published, limits));
    }

    private static Library own(Definitions published, Limits limits) {
        CqlLibrary cql = CqlLibraries.limits(limits);
        Library library = published
                .find("Library", cql.name())
                .map(Definition::resource)
                .map(Library.class::cast)
                .orElseThrow();
        String elm = new String(library.getContent().get(ELM).getData(), UTF_8);
        library.setDescription(library.getDescription() + " With the limits that this hospital has set.");
        library.getContent().get(CQL).setData(cql.source().getBytes(UTF_8));
        library.getContent().get(ELM).setData(withDefaults(elm, limits).getBytes(UTF_8));
        library.getParameter()
                .forEach(parameter -> Limit.find(parameter.getName())
                        .ifPresent(limit -> parameter.setDocumentation(LibraryToFhir.documentation(limit, limits))));
        return library;
    }

    /** In ELM a default is a literal. */
    private static String withDefaults(String elm, Limits limits) {
        try {
            JsonNode library = JSON.readTree(elm);
            Map<Limit, Double> inForce = limits.inForce();
            for (JsonNode parameter : library.at("/library/parameters/def")) {
                Limit.find(parameter.path("name").asText())
                        .ifPresent(limit -> ((ObjectNode) parameter.path("default"))
                                .put("value", CqlLibraries.decimal(inForce.get(limit))));
            }
            return library.toString();
        } catch (JsonProcessingException ourOwnFile) {
            throw new IllegalStateException(ourOwnFile);
        }
    }
}
