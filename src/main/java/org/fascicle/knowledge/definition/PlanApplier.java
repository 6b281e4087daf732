package org.fascicle.knowledge.definition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.fhir.result.Judged;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.RequestGroup.ActionGroupingBehavior;
import org.hl7.fhir.r4.model.RequestGroup.ActionSelectionBehavior;
import org.hl7.fhir.r4.model.RequestGroup.RequestGroupActionComponent;
import org.hl7.fhir.r4.model.RequestGroup.RequestIntent;
import org.hl7.fhir.r4.model.RequestGroup.RequestStatus;
import org.hl7.fhir.r4.model.Resource;

/**
 * The PlanDefinition applied to one judged case, as {@code PlanDefinition/$apply} answers it: a Bundle of a RequestGroup and
 * the requests it holds, all drafts. Nothing is decided here: an action applies when its table fired or its proposal stands.
 *
 * @see <a href="http://hl7.org/fhir/uv/cpg/OperationDefinition-cpg-plandefinition-apply.html">The operation in the CPG</a>
 */
public final class PlanApplier {
    /** The id of the one plan there is. */
    public static final String PLAN_ID = PlanFromTables.ID;

    private static final PlanDefinition PLAN = PlanFromTables.write();

    private final Judged judged;
    private final Map<String, Applied> applied;
    private final List<Resource> requests = new ArrayList<>();

    private PlanApplier(Judged judged, Map<String, Applied> applied) {
        this.judged = judged;
        this.applied = applied;
    }

    /** The RequestGroup first, then its requests in the order of the plan. */
    public static Bundle apply(Judged judged) {
        List<Applied> all = new ArrayList<>();
        Tables.inOrder().forEach(table -> Applied.of(table, judged.assessment()).ifPresent(all::add));
        judged.workup().proposals().forEach(proposal -> all.add(Applied.of(proposal)));
        Map<String, Applied> byAction = all.stream().collect(Collectors.toMap(Applied::id, Function.identity()));
        return new PlanApplier(judged, byAction).bundle();
    }

    private Bundle bundle() {
        RequestGroup group = group();
        Bundle bundle = new Bundle().setType(BundleType.COLLECTION);
        bundle.addEntry().setFullUrl(url(PLAN_ID)).setResource(group);
        for (Resource request : requests) {
            bundle.addEntry()
                    .setFullUrl(url(request.getIdElement().getIdPart()))
                    .setResource(request);
        }
        return bundle;
    }

    private RequestGroup group() {
        RequestGroup group = new RequestGroup();
        group.setId(PLAN_ID);
        group.addInstantiatesCanonical(PLAN.getUrl() + "|" + PLAN.getVersion());
        group.setStatus(RequestStatus.DRAFT).setIntent(RequestIntent.PROPOSAL);
        group.setSubject(new Reference(judged.header().subject()));
        judged.header().encounter().map(Reference::new).ifPresent(group::setEncounter);
        group.setAuthoredOnElement(new DateTimeType(judged.time()));
        judged.workup()
                .notProposed()
                .forEach(not -> group.addNote(new Annotation()
                        .setText("Not proposed: " + not.activity().words() + ": " + not.why())));
        PLAN.getAction().forEach(action -> action(action).ifPresent(group::addAction));
        return group;
    }

    /** A group applies when something in it does. */
    private Optional<RequestGroupActionComponent> action(PlanDefinitionActionComponent defined) {
        List<RequestGroupActionComponent> parts = defined.getAction().stream()
                .flatMap(part -> action(part).stream())
                .toList();
        Optional<Applied> own = Optional.ofNullable(applied.get(defined.getId()));
        if (parts.isEmpty() && own.isEmpty()) {
            return Optional.empty();
        }
        RequestGroupActionComponent action = copy(defined);
        parts.forEach(action::addAction);
        own.ifPresent(found -> action.setResource(new Reference(url(add(found)))));
        return Optional.of(action);
    }

    private String add(Applied found) {
        requests.add(found.request(judged, url(PLAN_ID)));
        return found.id();
    }

    private static RequestGroupActionComponent copy(PlanDefinitionActionComponent defined) {
        RequestGroupActionComponent action = new RequestGroupActionComponent()
                .setTitle(defined.getTitle())
                .setDescription(defined.getDescription())
                .setCode(defined.getCode())
                .setDocumentation(defined.getDocumentation());
        action.setId(defined.getId());
        if (defined.hasGroupingBehavior()) {
            action.setGroupingBehavior(ActionGroupingBehavior.fromCode(
                    defined.getGroupingBehavior().toCode()));
        }
        if (defined.hasSelectionBehavior()) {
            action.setSelectionBehavior(ActionSelectionBehavior.fromCode(
                    defined.getSelectionBehavior().toCode()));
        }
        return action;
    }

    /** Named after the response: the same one always gives the same names. */
    private String url(String what) {
        byte[] name = (judged.header().key() + "/apply/" + what).getBytes(UTF_8);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name);
    }
}
