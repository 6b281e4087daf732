package org.fascicle;

import java.time.Clock;
import java.util.Locale;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Judge;
import org.fascicle.assessing.ResponseReader;
import org.fascicle.cli.Fascicle;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.result.ResultToFhir;
import org.fascicle.fhir.result.Wording;

/** Where the program is put together, by hand, top to bottom. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try {
            Settings settings = Settings.from(System.getenv());
            return Fascicle.run(() -> serve(settings), clock -> assessing(settings, clock), arguments);
        } catch (IllegalArgumentException wrongSetting) {
            System.err.println(wrongSetting.getMessage());
            return 1;
        }
    }

    private static int serve(Settings settings) throws InterruptedException {
        try (Serving serving = Serving.start(settings, Clock.systemDefaultZone())) {
            Runtime.getRuntime().addShutdownHook(new Thread(serving::close, "stopping"));
            System.out.println(Greeting.of(settings, serving.base()));
            serving.join();
        }
        return 0;
    }

    static Assessing assessing(Settings settings, Clock clock) {
        Interviews interviews = new Interviews(Definitions.published());
        Wording wording = new Wording(interviews.current(), Locale.ENGLISH);
        return new Assessing(
                new ResponseReader(interviews), new Judge(settings.limits()), new ResultToFhir(wording), clock);
    }
}
