package org.fascicle.assessing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.result.Names;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;

/** The use case at the end: a clinician puts their name to one version of an assessment. */
public final class Signing {
    private static final String COMPLETION = "http://terminology.hl7.org/CodeSystem/v3-DocumentCompletion";
    private static final String VERIFIER = "verifier";
    private static final Set<Kind> NOT_SO =
            EnumSet.of(Kind.STALE, Kind.CONFLICT, Kind.FORBIDDEN, Kind.INVALID, Kind.NOT_SUPPORTED);

    private final Clock clock;

    public Signing(Clock clock) {
        this.clock = clock;
    }

    /**
     * A signature.
     *
     * @param by empty when the EHR did not name the clinician
     */
    public record Signature(Optional<String> by, OffsetDateTime at) {
        @Override
        public String toString() {
            return "Signature[" + at + "]";
        }
    }

    /** The signature under the newest version of the assessment. */
    public Optional<Signature> find(Chart chart, String responseId) {
        return RecordedResult.find(chart, responseId).flatMap(result -> find(chart, result.assessment()));
    }

    private Optional<Signature> find(Chart chart, Stored assessment) {
        Search search = Search.of("Provenance").where("target", assessment.key().toString());
        return chart.searchAll(search).stream()
                .map(stored -> stored.as(Provenance.class))
                .filter(provenance -> isOf(provenance, assessment))
                .findFirst()
                .map(provenance -> signature(provenance, clock.getZone()));
    }

    private static boolean isOf(Provenance provenance, Stored assessment) {
        return provenance.getAgent().stream()
                        .anyMatch(agent -> agent.getType().hasCoding(ClinicianMark.PARTICIPANT, VERIFIER))
                && provenance.getEntity().stream().anyMatch(entity -> isOf(entity.getWhat(), assessment));
    }

    /** By its place and version; or by what it was made from, for some servers forget the version in a reference. */
    private static boolean isOf(Reference signed, Stored assessment) {
        return assessment.location().equals(signed.getReference())
                || Names.FINGERPRINT.equals(signed.getIdentifier().getSystem())
                        && fingerprint(assessment).equals(signed.getIdentifier().getValue());
    }

    private static String fingerprint(Stored assessment) {
        return Staleness.identifier(assessment.as(RiskAssessment.class), Names.FINGERPRINT);
    }

    private static Signature signature(Provenance provenance, ZoneId zone) {
        Reference who = provenance.getAgentFirstRep().getWho();
        return new Signature(
                Optional.ofNullable(who.getDisplay()),
                provenance.getRecorded().toInstant().atZone(zone).toOffsetDateTime());
    }

    /** Signs, unless it is signed; of all who do so at once, one does. */
    public void sign(Chart chart, String responseId, Clinician who) {
        Stored assessment = RecordedResult.find(chart, responseId)
                .map(RecordedResult::assessment)
                .orElseThrow(() -> new Fault(Kind.NOT_FOUND, "This response has no assessment in the chart"));
        if (find(chart, assessment).isEmpty()) {
            signOnce(chart, assessment, provenance(assessment, who));
        }
    }

    /**
     * Its id says what is signed, so that whoever comes second finds it taken. Where a chart lets nobody choose an id, or the
     * signature was undone by hand, it gets one of the chart's choice.
     */
    private void signOnce(Chart chart, Stored assessment, Provenance provenance) {
        UUID id = UUID.nameUUIDFromBytes((assessment.location() + " signed").getBytes(UTF_8));
        provenance.setId(id.toString());
        Transaction once = new Transaction();
        once.putOnce("urn:uuid:" + id, provenance);
        try {
            chart.transact(once.bundle());
        } catch (Fault fault) {
            if (!NOT_SO.contains(fault.kind())) {
                throw fault;
            }
            if (find(chart, assessment).isEmpty()) {
                provenance.setId("");
                chart.create(provenance);
            }
        }
    }

    private Provenance provenance(Stored assessment, Clinician who) {
        Provenance provenance = new Provenance();
        provenance.addTarget(new Reference(assessment.key().toString()));
        OffsetDateTime now = OffsetDateTime.now(clock);
        provenance
                .getRecordedElement()
                .setValueAsString(new DateTimeType(java.util.Date.from(now.toInstant())).getValueAsString());
        provenance.getActivity().setText("Read and signed by the clinician");
        provenance.getActivity().addCoding().setSystem(COMPLETION).setCode("AU");
        provenance.addAgent(ClinicianMark.of(who, VERIFIER));
        Reference signed = new Reference(assessment.location());
        signed.setIdentifier(new Identifier().setSystem(Names.FINGERPRINT).setValue(fingerprint(assessment)));
        provenance.addEntity().setRole(ProvenanceEntityRole.SOURCE).setWhat(signed);
        return provenance;
    }
}
