package org.fascicle.chart.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fascicle.chart.Key;
import org.fascicle.chart.Page;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

class VersionsTest extends StoreTest {
    private static final Key ANNA = new Key("Patient", "anna");

    @Test
    void aCreatedResourceGetsAnIdAVersionAndTheTimeOfTheClock() {
        Written written = chart.create(new Patient().setActive(true));
        assertEquals(Written.Outcome.CREATED, written.outcome());
        assertEquals(new Key("Patient", "n1"), written.key());
        Patient read = chart.read(written.key()).as(Patient.class);
        assertEquals("1", read.getMeta().getVersionId());
        assertEquals(
                Instant.parse("2026-11-22T10:00:00Z"),
                read.getMeta().getLastUpdated().toInstant());
    }

    @Test
    void theIdASenderGivesToACreatedResourceIsNotTaken() {
        assertEquals("n1", chart.create(anna()).key().id());
    }

    @Test
    void theResourceHandedInIsLeftAsItWas() {
        Patient patient = new Patient();
        chart.create(patient);
        assertNull(patient.getIdElement().getValue());
        assertFalse(patient.hasMeta());
    }

    @Test
    void whatIsReadIsTheTextThatWasAnsweredToTheWrite() {
        Written written = chart.create(new Patient().setActive(true));
        assertEquals(
                "{\"resourceType\":\"Patient\",\"id\":\"n1\",\"meta\":{\"versionId\":\"1\","
                        + "\"lastUpdated\":\"2026-11-22T10:00:00.000Z\"},\"active\":true}",
                written.stored().json());
        assertEquals(written.stored(), chart.read(written.key()));
    }

    @Test
    void anUpdateOfAnUnknownIdCreatesIt() {
        Written written = chart.update(anna());
        assertEquals(Written.Outcome.CREATED, written.outcome());
        assertEquals("Patient/anna/_history/1", written.stored().location());
    }

    @Test
    void anUpdateStoresTheNextVersionAndKeepsTheEarlierOne() {
        chart.update(anna());
        clock.forward(Duration.ofMinutes(1));
        Written second = chart.update(anna().setActive(true));
        assertEquals(Written.Outcome.UPDATED, second.outcome());
        assertEquals("W/\"2\"", second.stored().etag());
        assertEquals(Instant.parse("2026-11-22T10:01:00Z"), second.stored().updated());
        assertTrue(chart.read(ANNA).as(Patient.class).getActive());
        assertFalse(chart.read(ANNA, "1").as(Patient.class).hasActive());
    }

    @Test
    void anUpdateFromAnOldVersionIsStaleAndChangesNothing() {
        chart.update(anna());
        chart.update(anna().setActive(true), "1");
        assertFault(Kind.STALE, () -> chart.update(anna().setActive(false), "1"));
        assertEquals("2", chart.read(ANNA).version());
    }

    @Test
    void anUpdateFromAVersionOfWhatDoesNotExistIsStale() {
        assertFault(Kind.STALE, () -> chart.update(anna(), "1"));
    }

    @Test
    void anUpdateWithoutAnIdIsRefused() {
        assertFault(Kind.MALFORMED, () -> chart.update(new Patient()));
    }

    @Test
    void theHistoryHasEveryVersionNewestFirstPageAfterPage() {
        for (int i = 0; i < 5; i++) {
            chart.update(anna());
        }
        Page first = chart.history(ANNA, 2, Optional.empty());
        Page second = chart.history(ANNA, 2, first.next());
        Page third = chart.history(ANNA, 2, second.next());
        assertEquals(List.of("5", "4"), versions(first));
        assertEquals(List.of("3", "2"), versions(second));
        assertEquals(List.of("1"), versions(third));
        assertTrue(third.next().isEmpty());
    }

    @Test
    void whatWasNeverStoredIsNotFound() {
        chart.update(anna());
        assertFault(Kind.NOT_FOUND, () -> chart.read(new Key("Patient", "nobody")));
        assertFault(Kind.NOT_FOUND, () -> chart.read(ANNA, "2"));
        assertFault(Kind.NOT_FOUND, () -> chart.read(ANNA, "latest"));
        assertFault(Kind.NOT_FOUND, () -> chart.history(new Key("Patient", "nobody"), 10, Optional.empty()));
    }

    @Test
    void aTypeThatIsNotKeptIsNotSupported() {
        assertFault(Kind.NOT_SUPPORTED, () -> chart.create(new Location()));
        assertFault(Kind.NOT_SUPPORTED, () -> chart.read(new Key("Location", "1")));
    }

    @Test
    void everythingIsThereAfterTheStoreWasClosedAndOpenedAgain() {
        Stored before = chart.create(new Patient().setActive(true)).stored();
        chart.close();
        chart = open(clock);
        assertEquals(before, chart.read(before.key()));
    }

    private static List<String> versions(Page page) {
        return page.matches().stream().map(Stored::version).toList();
    }

    private static Patient anna() {
        Patient patient = new Patient();
        patient.setId("anna");
        return patient;
    }
}
