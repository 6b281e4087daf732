package org.fascicle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loop, through the client most Java programs use; it reads {@code metadata} first and follows our links. */
class HapiClientTest extends ServerTest {
    private static IGenericClient client(EncodingEnum format) {
        FhirContext context = FhirContext.forR4();
        context.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.ONCE);
        IGenericClient client = context.newRestfulGenericClient(server.fhir());
        client.setEncoding(format);
        return client;
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "XML"})
    void itStoresReadsUpdatesAndFinds(EncodingEnum format) {
        IGenericClient client = client(format);
        String family = "Client" + format;
        Patient patient = new Patient();
        patient.addName().setFamily(family);
        MethodOutcome created = client.create().resource(patient).execute();
        assertTrue(created.getCreated());
        Patient read = client.read()
                .resource(Patient.class)
                .withId(created.getId().getIdPart())
                .execute();
        assertEquals("1", read.getMeta().getVersionId());
        read.setActive(true);
        assertEquals("2", client.update().resource(read).execute().getId().getVersionIdPart());
        assertEquals(
                2,
                client.history()
                        .onInstance(read.getIdElement().toVersionless())
                        .returnBundle(Bundle.class)
                        .execute()
                        .getEntry()
                        .size());
        Bundle found = client.search()
                .forResource(Patient.class)
                .where(Patient.FAMILY.matches().value(family))
                .sort(new SortSpec("_lastUpdated", SortOrderEnum.DESC))
                .returnBundle(Bundle.class)
                .execute();
        assertEquals(1, found.getTotal());
    }

    @Test
    void itIsToldOfAStaleUpdateAndOfEveryFaultInAResponse() {
        IGenericClient client = client(EncodingEnum.JSON);
        put("Patient", "client-stale", patient("client-stale", "A")).expect(201);
        put("Patient", "client-stale", patient("client-stale", "B")).expect(200);
        Patient old = new Patient();
        old.setId("Patient/client-stale/_history/1");
        assertThrows(
                PreconditionFailedException.class,
                () -> client.update()
                        .resource(old)
                        .withId("client-stale")
                        .withAdditionalHeader("If-Match", "W/\"1\"")
                        .execute());
        QuestionnaireResponse empty = new QuestionnaireResponse();
        UnprocessableEntityException refused = assertThrows(
                UnprocessableEntityException.class,
                () -> client.create().resource(empty).execute());
        assertTrue(((OperationOutcome) refused.getOperationOutcome()).getIssue().size() >= 2);
    }

    @Test
    void itFollowsThePagesToTheEnd() {
        IGenericClient client = client(EncodingEnum.JSON);
        Bundle page = client.search()
                .forResource(Questionnaire.class)
                .count(1)
                .returnBundle(Bundle.class)
                .execute();
        assertEquals(
                "fasciculation-history",
                page.getEntryFirstRep().getResource().getIdElement().getIdPart());
        Bundle values = client.search()
                .byUrl("ValueSet?_count=25")
                .returnBundle(Bundle.class)
                .execute();
        int all = values.getEntry().size();
        while (values.getLink(Bundle.LINK_NEXT) != null) {
            values = client.loadPage().next(values).execute();
            all += values.getEntry().size();
        }
        assertEquals(values.getTotal(), all);
    }

    @Test
    void itSendsATransaction() {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        bundle.addEntry()
                .setFullUrl("urn:uuid:0f7c2b1e-6a35-4d0e-9a53-5b0d6f5f1a01")
                .setResource(new Patient().setActive(true))
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Patient");
        Bundle answer =
                client(EncodingEnum.JSON).transaction().withBundle(bundle).execute();
        assertEquals("201 Created", answer.getEntryFirstRep().getResponse().getStatus());
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "XML"})
    void itPopulatesAssessesAndAsksWhetherTheResultIsStale(EncodingEnum format) {
        IGenericClient client = client(format);
        String name = server.store(format == EncodingEnum.JSON ? "potassium-2-3-benign-history" : "magnesium-0-41");
        Parameters populated = client.operation()
                .onInstance("Questionnaire/fasciculation-history")
                .named("$populate")
                .withParameter(Parameters.class, "subject", new Reference("Patient/p-" + name))
                .execute();
        assertEquals("response", populated.getParameterFirstRep().getName());
        Bundle result = client.operation()
                .onInstance(new IdType("QuestionnaireResponse/" + name))
                .named("$assess")
                .withParameter(Parameters.class, "preview", new BooleanType(false))
                .returnResourceType(Bundle.class)
                .execute();
        RiskAssessment assessment = (RiskAssessment) result.getEntryFirstRep().getResource();
        assertEquals("final", assessment.getStatus().toCode());
        Parameters stale = client.operation()
                .onInstance(assessment.getIdElement().toVersionless())
                .named("$stale")
                .withNoParameters(Parameters.class)
                .execute();
        assertEquals(false, ((BooleanType) stale.getParameterFirstRep().getValue()).booleanValue());
        assertEquals(
                List.of(assessment.getIdElement().getIdPart()),
                client
                        .search()
                        .forResource(RiskAssessment.class)
                        .where(RiskAssessment.PATIENT.hasId("p-" + name))
                        .returnBundle(Bundle.class)
                        .execute()
                        .getEntry()
                        .stream()
                        .map(entry -> entry.getResource().getIdElement().getIdPart())
                        .toList());
    }
}
