package org.fascicle.chart.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fascicle.chart.Key;
import org.fascicle.chart.Written;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;

/**
 * Writes into a store as fast as it can, until it is killed, and says on its output what was acknowledged: {@code one
 * Type/id} for a resource, {@code all group Type/id …} for a transaction, {@code next Type/id version} for an update.
 */
public final class Scribe {
    private static final int THREADS = 6;

    /** How many resources a transaction has. */
    static final int TOGETHER = 4;

    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private final EmbeddedChart chart;

    private Scribe(EmbeddedChart chart) {
        this.chart = chart;
    }

    public static void main(String[] arguments) {
        EmbeddedChart chart = EmbeddedChart.open(
                arguments[0], Clock.systemUTC(), () -> UUID.randomUUID().toString());
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            new Thread(() -> new Scribe(chart).writeForEver(number)).start();
        }
    }

    private void writeForEver(int number) {
        while (true) {
            say("one " + chart.create(new Observation()).key());
            together();
            Task task = new Task();
            task.setId("again-" + number);
            Written next = chart.update(task);
            say("next " + next.key() + " " + next.stored().version());
        }
    }

    private void together() {
        String group = UUID.randomUUID().toString();
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        for (int i = 0; i < TOGETHER; i++) {
            Task task = new Task();
            task.getGroupIdentifier().setSystem("urn:group").setValue(group);
            task.addPartOf(new Reference("urn:uuid:" + group));
            bundle.addEntry()
                    .setResource(task)
                    .setFullUrl("urn:uuid:" + (i == TOGETHER / 2 ? group : UUID.randomUUID()))
                    .getRequest()
                    .setMethod(Bundle.HTTPVerb.POST)
                    .setUrl("Task");
        }
        List<Key> keys = new ArrayList<>();
        chart.transact(bundle).forEach(written -> keys.add(written.key()));
        say("all " + group + " "
                + String.join(" ", keys.stream().map(Key::toString).toList()));
    }

    /** In one piece, so that a kill leaves no half line. */
    private static void say(String line) {
        synchronized (OUT) {
            try {
                OUT.write((line + "\n").getBytes(UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
