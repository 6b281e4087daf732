package org.fascicle.testing;

import java.io.IOException;
import java.nio.file.Path;

/** Writes an export for a program outside the tests: the folder, and how many random cases; without a number, the example cases. */
public final class RandomExport {
    private RandomExport() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        if (arguments.length == 1) {
            Export.ofExampleCases(folder);
        } else {
            Export.random(folder, Integer.parseInt(arguments[1]));
        }
    }
}
