package org.fascicle.fhir.extract;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fascicle.clinical.finding.Answers;
import org.fascicle.clinical.finding.Item;
import org.fascicle.fhir.profile.Canonical;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;

/** The findings that the published ConceptMap knows. */
final class Findings {
    /** A target that means the same, or more broadly what was said; a narrower one would say what nobody has said. */
    private static final Set<ConceptMapEquivalence> SAFE =
            Set.of(ConceptMapEquivalence.EQUIVALENT, ConceptMapEquivalence.EQUAL, ConceptMapEquivalence.WIDER);

    private final Map<String, Finding> byCode = new LinkedHashMap<>();

    private Findings() {}

    static Findings published(Definitions definitions) {
        Findings findings = new Findings();
        ConceptMap map = (ConceptMap) definitions
                .find(Canonical.parse(Systems.BASE + "/ConceptMap/fasciculation-finding"))
                .orElseThrow()
                .resource();
        map.getGroup().forEach(findings::read);
        return findings;
    }

    /** Those a response states, in the order of the interview. */
    Stream<Finding> in(Answers answers) {
        return Arrays.stream(Item.values())
                .filter(item -> !item.form().codes().isEmpty())
                .flatMap(item -> answers.codes(item).stream().map(code -> item.linkId() + "=" + code))
                .flatMap(code -> Stream.ofNullable(byCode.get(code)));
    }

    private void read(ConceptMapGroupComponent group) {
        for (SourceElementComponent source : group.getElement()) {
            List<Coding> codings = source.getTarget().stream()
                    .filter(target -> SAFE.contains(target.getEquivalence()))
                    .map(target -> coding(group.getTarget(), target))
                    .toList();
            byCode.put(source.getCode(), new Finding(source.getCode(), source.getDisplay(), codings));
        }
    }

    private static Coding coding(String system, TargetElementComponent target) {
        return new Coding().setSystem(system).setCode(target.getCode()).setDisplay(target.getDisplay());
    }
}
