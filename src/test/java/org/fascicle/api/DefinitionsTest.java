package org.fascicle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.fascicle.fhir.profile.Definition;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.testing.HttpAnswer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionsTest extends ServerTest {
    static Stream<Definition> definitions() {
        return Definitions.published().all().stream();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyDefinitionIsReadByIdAndFoundByUrlAndVersion(Definition definition) {
        String place = "/" + definition.type();
        MetadataResource read =
                server.get(place + "/" + definition.id()).expect(200).as(MetadataResource.class);
        assertEquals(definition.url(), read.getUrl());
        HttpAnswer found = server.get(place + "?url=" + definition.url() + "&version=" + definition.version());
        assertEquals(List.of(definition.id()), found.expect(200).ids());
        assertEquals(1, found.as(Bundle.class).getTotal());
    }

    @Test
    void anotherVersionIsNotFound() {
        HttpAnswer found = server.get(
                "/Questionnaire?url=https://fascicle.example/fhir/Questionnaire/fasciculation-history&version=9.9.9");
        assertEquals(0, found.expect(200).as(Bundle.class).getTotal());
    }

    @Test
    void aSearchComesInPagesThatLeadOn() {
        HttpAnswer first = server.get("/ValueSet?_count=10").expect(200);
        assertEquals(10, first.ids().size());
        HttpAnswer second = server.get(
                        first.as(Bundle.class).getLink(Bundle.LINK_NEXT).getUrl())
                .expect(200);
        assertFalse(second.ids().isEmpty());
        assertTrue(first.ids().stream().noneMatch(second.ids()::contains));
    }

    @Test
    void aPageOfNoneTellsHowManyThereAre() {
        Bundle none = server.get("/ValueSet?_count=0").expect(200).as(Bundle.class);
        assertFalse(none.hasEntry());
        assertEquals(server.get("/ValueSet").ids().size(), none.getTotal());
        assertEquals(null, none.getLink(Bundle.LINK_NEXT));
    }

    @Test
    void thePagesOfASearchAreAllInTheFormAskedFor() {
        HttpAnswer first =
                server.get("/ValueSet?_count=10&_format=xml&_elements=url").expect(200);
        HttpAnswer second = server.get(
                        first.as(Bundle.class).getLink(Bundle.LINK_NEXT).getUrl())
                .expect(200);
        assertTrue(second.header("Content-Type").startsWith("application/fhir+xml"));
        assertFalse(second.body().contains("<compose>"), second.body());
    }

    @Test
    void aParameterNobodyKnowsIsIgnoredAndSaidToBeWhenTheCallerAllowsIt() {
        String url = "https://fascicle.example/fhir/Questionnaire/fasciculation-history";
        String search = "/Questionnaire?status=active&url=" + url;
        assertTrue(
                server.get(search).expect(400).issues().get(0).getDiagnostics().contains("`status`"));
        Bundle found =
                server.get(search, "Prefer", "handling=lenient").expect(200).as(Bundle.class);
        assertEquals(1, found.getTotal());
        assertEquals(url, ((Questionnaire) found.getEntryFirstRep().getResource()).getUrl());
        assertEquals(
                Bundle.SearchEntryMode.OUTCOME,
                found.getEntry().get(1).getSearch().getMode());
        assertFalse(found.getLink(Bundle.LINK_SELF).getUrl().contains("status"));
    }

    @Test
    void theInterviewIsServedAsItStandsInItsFile() {
        String served =
                server.get("/Questionnaire/fasciculation-history").expect(200).body();
        assertEquals(
                Definitions.published()
                        .find("Questionnaire", "fasciculation-history")
                        .orElseThrow()
                        .json(),
                served);
    }

    @Test
    void whoeverPrefersXmlGetsXml() {
        HttpAnswer xml = server.get("/Questionnaire/fasciculation-history", "Accept", "application/fhir+xml");
        assertEquals("application/fhir+xml;charset=utf-8", xml.expect(200).header("Content-Type"));
        assertEquals("fasciculation-history", xml.as(Questionnaire.class).getIdPart());
    }

    @Test
    void nobodyWritesADefinition() {
        assertEquals(
                "GET, HEAD",
                server.post("/Questionnaire", "{\"resourceType\":\"Questionnaire\",\"status\":\"draft\"}")
                        .expect(405)
                        .header("Allow"));
    }
}
