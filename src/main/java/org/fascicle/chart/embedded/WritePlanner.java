package org.fascicle.chart.embedded;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fascicle.chart.Key;
import org.fascicle.chart.Written;
import org.fascicle.chart.embedded.Transaction.Step;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Issue;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Resource;

/** Plans a write: first where every change goes, then, with the references known, what will be stored. */
record WritePlanner(Stamp stamp) {

    /** One change by itself; its references are stored as they are. */
    Plan plan(Change change, Records records) throws SQLException {
        Target target = new Targets(stamp, records).of(change);
        Plan plan = new Plan(target.guards(), new ArrayList<>(), new ArrayList<>());
        add(change.resource().copy(), target, plan, records);
        return plan;
    }

    Plan plan(Transaction transaction, Records records) throws SQLException {
        Targets targets = new Targets(stamp, records);
        List<Target> all = new ArrayList<>();
        for (Step step : transaction.steps()) {
            all.add(targets.of(step.change()));
        }
        References references = new References(keys(transaction.steps(), all), targets);
        Plan plan = new Plan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < all.size(); i++) {
            Resource copy = transaction.steps().get(i).change().resource().copy();
            if (all.get(i).isWrite()) {
                references.resolveIn(copy, "Bundle.entry[" + i + "].resource");
            }
            plan.guards().addAll(all.get(i).guards());
            add(copy, all.get(i), plan, records);
        }
        plan.guards().addAll(references.guards());
        return plan;
    }

    private void add(Resource copy, Target target, Plan plan, Records records) throws SQLException {
        if (!target.isWrite()) {
            plan.written()
                    .add(new Written(
                            target.outcome(), records.current(target.key()).orElseThrow()));
            return;
        }
        Draft draft = stamp.draft(copy, target.key(), target.version());
        SamePatient.require(draft, records);
        plan.drafts().add(draft);
        plan.written().add(new Written(target.outcome(), draft.stored()));
    }

    /** The keys by the {@code fullUrl} of their entries; each of both once, and no condition twice. */
    private static Map<String, Key> keys(List<Step> steps, List<Target> targets) {
        Map<String, Key> keys = new HashMap<>();
        Set<Object> written = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            Target target = targets.get(i);
            String fullUrl = steps.get(i).fullUrl();
            boolean again = target.isWrite()
                    && (!written.add(target.key()) || !target.guards().isEmpty() && !written.addAll(target.guards()));
            if (again || !fullUrl.isEmpty() && keys.put(fullUrl, target.key()) != null) {
                String text = "`Bundle.entry[" + i + "]` is the same resource as an earlier entry; put them together";
                throw new Fault(Kind.INVALID, text, List.of(new Issue("duplicate", "Bundle.entry[" + i + "]", text)));
            }
        }
        return keys;
    }
}
