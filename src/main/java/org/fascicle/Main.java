package org.fascicle;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.fascicle.cli.Fascicle;
import org.fascicle.cli.Outpost;

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

    /** The judge of populations for a process with libraries of its own, which finds it by this name. */
    public static Outpost outpost(Instant now) {
        Settings settings = Settings.from(System.getenv());
        return new Outpost(Expertise.under(settings.limits()).assessing(Clock.fixed(now, ZoneOffset.UTC)));
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
