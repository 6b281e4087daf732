package org.fascicle.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** A command that is given a folder. */
@Command(mixinStandardHelpOptions = true)
final class UpkeepCommand implements Callable<Integer> {
    private final Consumer<Path> work;

    @Parameters(paramLabel = "FOLDER", description = "Where the copy is.")
    private Path folder;

    private UpkeepCommand(Consumer<Path> work) {
        this.work = work;
    }

    static CommandLine backUp(Upkeep upkeep) {
        return named("Copy the chart, the state and its key into a new folder; the server may run on.", upkeep::backUp);
    }

    static CommandLine restore(Upkeep upkeep) {
        return named("Put a copy back where nothing is; the server must not run.", upkeep::restore);
    }

    private static CommandLine named(String description, Consumer<Path> work) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new UpkeepCommand(work));
        spec.usageMessage().description(description);
        return new CommandLine(spec);
    }

    @Override
    public Integer call() {
        work.accept(folder);
        return CommandLine.ExitCode.OK;
    }
}
