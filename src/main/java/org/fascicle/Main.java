package org.fascicle;

import java.time.Clock;
import java.util.Locale;
import java.util.function.Function;
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
            return Fascicle.run(
                    () -> serve(settings), clock -> assessing(settings).apply(clock), arguments);
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

    /** The use case by any clock; what it knows is read once. */
    static Function<Clock, Assessing> assessing(Settings settings) {
        Interviews interviews = new Interviews(Definitions.published());
        ResponseReader reader = new ResponseReader(interviews);
        Judge judge = new Judge(settings.limits());
        ResultToFhir composer = new ResultToFhir(new Wording(interviews.newestFirst(), Locale.ENGLISH));
        return clock -> new Assessing(reader, judge, composer, clock);
    }
}
