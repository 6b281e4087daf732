package org.fascicle;

import java.time.Clock;
import org.fascicle.cli.Fascicle;

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
                    () -> serve(settings),
                    clock -> Expertise.under(settings.limits()).assessing(clock),
                    arguments);
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
}
