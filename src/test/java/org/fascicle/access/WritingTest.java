package org.fascicle.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.fascicle.chart.Written;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.Test;

class WritingTest extends TwoCharts {
    private static final String ALL_OF_A = "patient/*.cruds";
    private static final String UNGUESSABLE = "2f1c6f0e-7f0a-4f7c-9d57-3b1f2a5c8e11";

    @Test
    void b1_aPatientScopeWritesThatPatientsChart() {
        Chart chart = scoped(ALL_OF_A);

        assertEquals(
                Written.Outcome.CREATED,
                chart.create(observation("a", "laboratory")).outcome());
        assertEquals(
                Written.Outcome.UPDATED,
                chart.update(with("lab-a", observation("a", "laboratory"))).outcome());
        assertEquals(
                "3",
                chart.update(with("lab-a", observation("a", "laboratory")), "2")
                        .stored()
                        .version());
    }

    @Test
    void b1_whatIsAboutAnotherPatientOrNobodyIsNotCreated() {
        Chart chart = scoped(ALL_OF_A);

        assertFault(Kind.FORBIDDEN, () -> chart.create(observation("b", "laboratory")));
        assertFault(Kind.FORBIDDEN, () -> chart.create(new Observation()));
        assertFault(Kind.FORBIDDEN, () -> chart.create(new Patient()));
        assertFault(Kind.FORBIDDEN, () -> chart.create(with("a", new Patient())));
        assertFault(Kind.FORBIDDEN, () -> chart.create(new Medication()));
        assertFault(Kind.FORBIDDEN, () -> chart.create(new Device()));
    }

    @Test
    void b1_writesNeedAScopeThatSaysSo() {
        assertFault(Kind.FORBIDDEN, () -> scoped("patient/*.rs").create(observation("a", "laboratory")));
        assertFault(Kind.FORBIDDEN, () -> scoped("patient/*.rs").update(with("lab-a", observation("a", "laboratory"))));
        assertFault(Kind.FORBIDDEN, () -> scoped("patient/Patient.cruds").create(observation("a", "laboratory")));
    }

    @Test
    void b1_aNarrowedScopeWritesWhatItNames() {
        Chart chart = scoped("patient/Observation.cu?category=laboratory");

        assertEquals(
                Written.Outcome.CREATED,
                chart.create(observation("a", "laboratory")).outcome());
        assertFault(Kind.FORBIDDEN, () -> chart.create(observation("a", "vital-signs")));
        assertFault(Kind.FORBIDDEN, () -> chart.update(with("lab-a", observation("a", "vital-signs"))));
        assertAbsent("pulse-a", "z", id -> chart.update(with(id, observation("a", "laboratory"))));
    }

    @Test
    void b4_aResourceNeitherLeavesNorEntersThePatientsChart() {
        Chart chart = scoped(ALL_OF_A);

        assertFault(Kind.FORBIDDEN, () -> chart.update(with("lab-a", observation("b", "laboratory"))));
        assertAbsent("lab-b", "z", id -> chart.update(with(id, observation("a", "laboratory"))));
        assertAbsent("lab-b", "z", id -> chart.update(with(id, observation("a", "laboratory")), "1"));
        assertFault(Kind.FORBIDDEN, () -> chart.update(with("b", new Patient())));
        assertTrue(whole.read(key("Observation/lab-b")).json().contains(OF_B));
    }

    @Test
    void b6_aNewIdIsTheCallersChoiceOnlyWhenNobodyCanGuessIt() {
        Chart chart = scoped(ALL_OF_A);

        assertEquals(
                Written.Outcome.CREATED,
                chart.update(with(UNGUESSABLE, observation("a", "laboratory"))).outcome());
        assertFault(Kind.NOT_FOUND, () -> chart.update(with("free", observation("a", "laboratory"))));
        assertEquals(
                Written.Outcome.CREATED,
                scoped("user/*.cruds")
                        .update(with("free", observation("b", "laboratory")))
                        .outcome());
    }

    @Test
    void b1_aConditionalCreateFindsOnesOwnOnly() {
        Chart chart = scoped(ALL_OF_A);
        RiskAssessment another = new RiskAssessment().setSubject(patient("a")).addIdentifier(identifier("risk-b"));

        Written own = chart.create(another.copy(), identified("RiskAssessment", "risk-a"));
        Written others = chart.create(another.copy(), identified("RiskAssessment", "risk-b"));

        assertEquals(Written.Outcome.FOUND, own.outcome());
        assertEquals("risk-a", own.key().id());
        assertEquals(Written.Outcome.CREATED, others.outcome());
    }

    @Test
    void b1_aConditionThatFindsIsAReading() {
        Chart chart = scoped("patient/RiskAssessment.c");
        RiskAssessment another = new RiskAssessment().setSubject(patient("a"));

        assertFault(Kind.FORBIDDEN, () -> chart.create(another, identified("RiskAssessment", "risk-a")));
    }

    @Test
    void b1_aConditionThatCannotBeKeptToTheScopesIsForbidden() {
        Chart chart = scoped("patient/Observation.cruds?category=laboratory patient/Observation.cruds?code=x");
        Search condition = SearchUrl.read("Observation?identifier=urn:test|1");

        assertFault(Kind.FORBIDDEN, () -> chart.create(observation("a", "laboratory"), condition));
        assertFault(Kind.FORBIDDEN, () -> chart.update(observation("a", "laboratory"), condition));
    }

    @Test
    void b1_aConditionalUpdateChangesOnesOwnOnly() {
        Chart chart = scoped(ALL_OF_A);
        RiskAssessment next = new RiskAssessment().setSubject(patient("a"));

        assertEquals(
                "risk-a",
                chart.update(next, identified("RiskAssessment", "risk-a")).key().id());
        assertEquals(
                Written.Outcome.CREATED,
                chart.update(next, identified("RiskAssessment", "risk-b")).outcome());
        assertFault(
                Kind.FORBIDDEN,
                () -> chart.update(with("risk-b", next.copy()), identified("RiskAssessment", "risk-b")));
        assertEquals("1", whole.read(key("RiskAssessment/risk-b")).version());
    }

    @Test
    void b1_aTransactionIsJudgedEntryByEntry() {
        Bundle mixed = transaction();
        add(mixed, HTTPVerb.POST, "Observation", observation("a", "laboratory"));
        add(mixed, HTTPVerb.POST, "Observation", observation("b", "laboratory"));

        assertFault(Kind.FORBIDDEN, () -> scoped(ALL_OF_A).transact(mixed));
        assertEquals(2, find(whole, "Observation?patient=a").size());
    }

    @Test
    void b1_aTransactionWritesOnesOwnAndLeavesTheBundleAsItWas() {
        Bundle bundle = transaction();
        add(bundle, HTTPVerb.POST, "RiskAssessment", new RiskAssessment().setSubject(patient("a")))
                .setIfNoneExist("identifier=urn:test|risk-a");
        add(bundle, HTTPVerb.PUT, "Observation/lab-a", observation("a", "laboratory"));
        Bundle before = bundle.copy();

        List<Written> written = scoped(ALL_OF_A).transact(bundle);

        assertEquals(Written.Outcome.FOUND, written.get(0).outcome());
        assertEquals("2", written.get(1).stored().version());
        assertTrue(before.equalsDeep(bundle));
    }

    @Test
    void b1_conditionsInsideATransactionFindOnesOwnOnly() {
        Bundle create = transaction();
        add(create, HTTPVerb.POST, "RiskAssessment", new RiskAssessment().setSubject(patient("a")))
                .setIfNoneExist("identifier=urn:test|risk-b");
        Bundle update = transaction();
        add(
                update,
                HTTPVerb.PUT,
                "RiskAssessment?identifier=urn:test|risk-b",
                new RiskAssessment().setSubject(patient("a")));
        Bundle otherType = transaction();
        add(otherType, HTTPVerb.POST, "RiskAssessment", new RiskAssessment().setSubject(patient("a")))
                .setIfNoneExist("Patient?identifier=urn:test|b");

        assertEquals(
                Written.Outcome.CREATED,
                scoped(ALL_OF_A).transact(create).get(0).outcome());
        assertEquals(
                Written.Outcome.CREATED,
                scoped(ALL_OF_A).transact(update).get(0).outcome());
        assertEquals(
                Written.Outcome.CREATED,
                scoped(ALL_OF_A).transact(otherType).get(0).outcome());
    }

    @Test
    void b1_b6_anUpdateInATransactionOfWhatIsOutOfReachIsOfWhatIsNotThere() {
        assertAbsent("lab-b", "z", id -> {
            Bundle bundle = transaction();
            add(bundle, HTTPVerb.PUT, "Observation/" + id, observation("a", "laboratory"));
            scoped(ALL_OF_A).transact(bundle);
        });
    }

    @Test
    void b1_aReferenceByConditionFindsOnesOwnOnly() {
        assertSameFault("urn:test|b", "urn:test|z", identifier -> {
            Observation observation = observation("a", "laboratory");
            observation.addHasMember(new Reference("Observation?identifier=" + identifier));
            Bundle bundle = transaction();
            add(bundle, HTTPVerb.POST, "Observation", observation);
            whole.update(with("lab-b", observation("b", "laboratory").addIdentifier(identifier("b"))));
            scoped(ALL_OF_A).transact(bundle);
        });
    }

    @Test
    void b1_aProvenanceIsWrittenForOnesOwnOnly() {
        Bundle bundle = transaction();
        add(bundle, HTTPVerb.POST, "RiskAssessment", new RiskAssessment().setSubject(patient("a")));
        Provenance provenance = new Provenance();
        provenance.addTarget(new Reference(bundle.getEntryFirstRep().getFullUrl()));
        add(bundle, HTTPVerb.PUT, "Provenance/" + UNGUESSABLE, provenance);

        assertEquals(
                2,
                scoped("patient/RiskAssessment.c patient/Provenance.c")
                        .transact(bundle)
                        .size());
        assertFault(
                Kind.FORBIDDEN,
                () -> scoped(ALL_OF_A).create(new Provenance().addTarget(new Reference("RiskAssessment/risk-b"))));
    }

    @Test
    void b1_aTransactionWithAnythingButWritesIsRefusedWhole() {
        Bundle reading = transaction();
        reading.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl("Patient/b");
        Bundle deleting = transaction();
        add(deleting, HTTPVerb.DELETE, "Observation/lab-a", observation("a", "laboratory"));

        assertFault(Kind.NOT_SUPPORTED, () -> scoped(ALL_OF_A).transact(reading));
        assertFault(Kind.NOT_SUPPORTED, () -> scoped(ALL_OF_A).transact(deleting));
    }

    private static void assertSameFault(String one, String other, Consumer<String> work) {
        Fault first = assertThrows(Fault.class, () -> work.accept(one));
        Fault second = assertThrows(Fault.class, () -> work.accept(other));
        assertEquals(second.kind(), first.kind());
        assertEquals(second.getMessage().replace(other, "X"), first.getMessage().replace(one, "X"));
    }

    private static Search identified(String type, String value) {
        return SearchUrl.read(type + "?identifier=urn:test|" + value);
    }
}
