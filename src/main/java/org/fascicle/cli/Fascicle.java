package org.fascicle.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.fascicle.assessing.Assessing;
import org.fascicle.clinical.rule.Tables;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's commands; without one it serves. */
@Command(
        name = "fascicle",
        description = "A clinician's plugin for muscle twitching, on FHIR R4.",
        mixinStandardHelpOptions = true,
        versionProvider = Fascicle.Version.class)
public final class Fascicle implements Callable<Integer> {
    private final Callable<Integer> server;

    private Fascicle(Callable<Integer> server) {
        this.server = server;
    }

    /**
     * Runs what the arguments ask for.
     *
     * @param server starts the server and returns when it stops
     * @param assessing a judge under a clock
     * @param upkeep makes and takes copies of what is kept
     * @return the exit code
     */
    public static int run(
            Callable<Integer> server, Function<Clock, Assessing> assessing, Upkeep upkeep, String... arguments) {
        CommandLine commands = new CommandLine(new Fascicle(server))
                .addSubcommand(new ServeCommand(server))
                .addSubcommand(new AssessCommand(assessing))
                .addSubcommand("backup", UpkeepCommand.backUp(upkeep))
                .addSubcommand("restore", UpkeepCommand.restore(upkeep))
                .setExecutionExceptionHandler((failed, commandLine, parsed) -> {
                    commandLine.getErr().println(failed.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                });
        commands.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().versionProvider(new Version()));
        return commands.execute(arguments);
    }

    @Override
    public Integer call() throws Exception {
        return server.call();
    }

    /** Of the program, as the jar says, and of the rules it judges by. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String program = Optional.ofNullable(Fascicle.class.getPackage().getImplementationVersion())
                    .orElse("not packaged");
            return new String[] {"fascicle " + program, "rules " + Tables.VERSION};
        }
    }

    @Command(name = "serve", description = "Serve over HTTP (the default).", mixinStandardHelpOptions = true)
    private record ServeCommand(Callable<Integer> server) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            return server.call();
        }
    }
}
