package org.fascicle.knowledge.definition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fascicle.clinical.risk.Assessment;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Table;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.clinical.workup.Proposal;
import org.fascicle.fhir.result.Judged;
import org.fascicle.fhir.result.Priority;
import org.fascicle.knowledge.Lines;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.ActivityDefinition.ActivityDefinitionKind;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * An action of the plan that applies to this case.
 *
 * @param id of the action, and of the request it leads to
 * @param words what the request says: the rules that fired, or why the activity is proposed
 */
record Applied(String id, ActivityDefinition definition, String priority, String words) {

    /** Empty when no rule of the table fired. */
    static Optional<Applied> of(Table table, Assessment assessment) {
        Set<String> keys = assessment.fired().map(one -> one.rule().key()).collect(Collectors.toSet());
        List<Rule> fired =
                table.rules().stream().filter(rule -> keys.contains(rule.key())).toList();
        return fired.stream()
                .map(rule -> rule.then().urgency())
                .reduce(Urgency::worseOf)
                .map(urgency -> new Applied(
                        PlanFromTables.tableId(table),
                        ConsiderToDefinition.write(),
                        Priority.of(urgency),
                        fired.stream().map(Lines::report).collect(Collectors.joining("\n"))));
    }

    static Applied of(Proposal proposal) {
        return new Applied(
                ActivityToDefinition.id(proposal.activity()),
                ActivityToDefinition.write(proposal.activity()),
                Priority.of(proposal.urgency()),
                String.join("; ", proposal.reasons()));
    }

    Resource request(Judged judged, String group) {
        Resource request =
                definition.getKind() == ActivityDefinitionKind.TASK ? task(judged, group) : serviceRequest(judged);
        request.setId(id);
        return request;
    }

    private ServiceRequest serviceRequest(Judged judged) {
        ServiceRequest request = new ServiceRequest();
        request.addInstantiatesCanonical(canonical());
        request.setStatus(ServiceRequestStatus.DRAFT).setIntent(ServiceRequestIntent.PROPOSAL);
        request.setPriority(ServiceRequestPriority.fromCode(priority));
        request.setCode(definition.getCode());
        request.setSubject(new Reference(judged.header().subject()));
        judged.header().encounter().map(Reference::new).ifPresent(request::setEncounter);
        request.setAuthoredOnElement(new DateTimeType(judged.time()));
        request.addReasonCode(new CodeableConcept().setText(words));
        return request;
    }

    private Task task(Judged judged, String group) {
        Task task = new Task();
        task.setInstantiatesCanonical(canonical());
        task.addBasedOn(new Reference(group));
        task.setStatus(TaskStatus.DRAFT).setIntent(TaskIntent.PROPOSAL);
        task.setPriority(TaskPriority.fromCode(priority));
        task.setCode(definition.getCode());
        task.setDescription(isConsidering() ? words : definition.getDescription());
        task.setFor(new Reference(judged.header().subject()));
        judged.header().encounter().map(Reference::new).ifPresent(task::setEncounter);
        task.setAuthoredOnElement(new DateTimeType(judged.time()));
        task.setReasonCode(new CodeableConcept().setText(words));
        return task;
    }

    private boolean isConsidering() {
        return definition.getIdElement().getIdPart().equals(ConsiderToDefinition.ID);
    }

    private String canonical() {
        return definition.getUrl() + "|" + definition.getVersion();
    }
}
