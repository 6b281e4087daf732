package org.fascicle.chart.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Set;
import java.util.function.Supplier;
import org.fascicle.chart.Key;
import org.fascicle.chart.Stored;
import org.fascicle.chart.index.Entry;
import org.fascicle.chart.index.Extractor;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Resource;

/**
 * Gives a resource its id, version and time, and makes of it what is stored.
 *
 * @param clock tells the time, and the zone in which dates without one are meant
 * @param ids gives new ids
 */
record Stamp(Clock clock, Supplier<String> ids) {

    /** A key nobody has. */
    Key newKey(String type) {
        return new Key(type, ids.get());
    }

    /** The version that is to be stored; the copy given is changed. */
    Draft draft(Resource copy, Key key, long version) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        copy.setId(key.id());
        copy.getMeta().setVersionId(Long.toString(version)).setLastUpdatedElement(utc(now));
        String json = FhirContext.forR4Cached()
                .newJsonParser()
                .setStripVersionsFromReferences(false)
                .encodeResourceToString(copy);
        Set<Entry> entries = new Extractor(clock.getZone()).entries(copy);
        requireCharacters(key.type(), json, entries);
        return new Draft(new Stored(key, Long.toString(version), now, json), version, entries);
    }

    /** Half a surrogate pair, or a NUL in what can be searched, cannot be stored everywhere as it is. */
    private static void requireCharacters(String type, String json, Set<Entry> entries) {
        boolean hasNul = entries.stream()
                .anyMatch(entry ->
                        entry instanceof Entry.Text text && text.value().indexOf('\0') >= 0);
        if (hasNul || !UTF_8.newEncoder().canEncode(json)) {
            throw new Fault(
                    Kind.INVALID,
                    "the `" + type + "` has a character that no FHIR string may have; take it out of the text");
        }
    }

    private static InstantType utc(Instant instant) {
        InstantType written = new InstantType(Date.from(instant));
        written.setTimeZoneZulu(true);
        return written;
    }
}
