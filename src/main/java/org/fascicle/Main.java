package org.fascicle;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.fascicle.cli.Fascicle;
import org.fascicle.cli.Outpost;
import org.fascicle.fault.Fault;

/** Where the program is put together, by hand, top to bottom. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(arguments));
    }

    /** Without arguments it serves at once: to learn that there are none would take a tenth of the start. */
    private static int run(String... arguments) throws InterruptedException {
        try {
            Settings settings = Settings.from(System.getenv());
            if (arguments.length == 0) {
                return serve(settings);
            }
            return Fascicle.run(
                    () -> serve(settings),
                    clock -> Expertise.under(settings.limits()).assessing(clock),
                    new Copies(settings),
                    arguments);
        } catch (IllegalArgumentException | IllegalStateException | Fault refused) {
            System.err.println(refused.getMessage());
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
