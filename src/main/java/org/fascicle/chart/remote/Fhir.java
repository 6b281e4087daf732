package org.fascicle.chart.remote;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fascicle.chart.Key;
import org.fascicle.chart.Stored;
import org.fascicle.fhir.ForeignJson;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * FHIR as it travels to and from other servers. Its own HAPI context: lenient towards what others write without telling a
 * log about it, and exact about versions in references.
 */
final class Fhir {
    static final FhirContext CONTEXT = context();

    /** Written out, such a number fills the memory. */
    private static final Pattern ENDLESS = Pattern.compile(":\\s*-?[0-9.]{1,40}[eE][+-]?[0-9]{5,}\\s*[,}]");

    private Fhir() {}

    static Resource parse(String json) {
        if (ENDLESS.matcher(json).find()) {
            throw new DataFormatException("a number in it is too large to be written out");
        }
        return ForeignJson.read(json, CONTEXT.newJsonParser());
    }

    static String write(Resource resource) {
        return CONTEXT.newJsonParser().encodeResourceToString(resource);
    }

    static boolean isJson(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT).split(";")[0].strip();
        return type.equals("application/json") || type.endsWith("+json");
    }

    /** A copy whose references are text alone: HAPI ties those inside a Bundle to their targets, and would write these too. */
    static Resource unlinked(Resource resource) {
        Resource copy = ForeignJson.copy(resource);
        CONTEXT.newTerser().getAllPopulatedChildElementsOfType(copy, Reference.class).stream()
                .filter(reference ->
                        reference.hasReference() && !reference.getReference().startsWith("#"))
                .forEach(reference -> reference.setResource(null));
        return copy;
    }

    /** A copy without what the server gives: id, version and time. */
    static Resource bare(Resource resource) {
        Resource bare = unlinked(resource);
        bare.setId((String) null);
        Meta meta = bare.getMeta();
        meta.setVersionId(null);
        meta.setLastUpdated(null);
        if (meta.isEmpty()) {
            bare.setMeta(null);
        }
        return bare;
    }

    /**
     * What the server keeps.
     *
     * @param version where the resource itself does not say; empty when the server keeps no versions
     * @param seen when it was answered; stands in where the resource tells no time
     */
    static Stored stored(Resource answered, Key key, String version, Instant seen) {
        Resource resource = unlinked(answered);
        Meta meta = resource.getMeta();
        String known = Optional.ofNullable(meta.getVersionId())
                .or(() -> Optional.ofNullable(resource.getIdElement().getVersionIdPart()))
                .orElse(version);
        Instant updated =
                Optional.ofNullable(meta.getLastUpdated()).map(Date::toInstant).orElse(seen);
        resource.setId(key.id());
        meta.setVersionId(known.isEmpty() ? null : known);
        if (!meta.hasLastUpdated()) {
            meta.setLastUpdatedElement(utc(seen));
        }
        return new Stored(key, known, updated, write(resource));
    }

    private static InstantType utc(Instant instant) {
        InstantType written = new InstantType(Date.from(instant));
        written.setTimeZoneZulu(true);
        return written;
    }

    private static FhirContext context() {
        FhirContext context = FhirContext.forR4();
        context.setParserErrorHandler(new LenientErrorHandler(false).disableAllErrors());
        context.getParserOptions()
                .setStripVersionsFromReferences(false)
                .setOverrideResourceIdWithBundleEntryFullUrl(false);
        context.setRestfulClientFactory(new Client(context));
        return context;
    }
}
