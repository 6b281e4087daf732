package org.fascicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final int ABOUT_A_HUNDRED = 130;

    private final List<String> lines = lines();

    @Test
    void itsTableNamesEverySettingAndNoOther() {
        List<String> rows =
                lines.stream().filter(line -> line.startsWith("| `FASCICLE_")).toList();
        assertEquals(Arrays.stream(Setting.values()).map(ReadmeTest::row).toList(), rows);
    }

    @Test
    void itCanBeReadAtOnce() {
        assertTrue(lines.size() <= ABOUT_A_HUNDRED, "the README has " + lines.size() + " lines");
    }

    private static String row(Setting setting) {
        String standard = setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`";
        return "| `" + setting.variable() + "` | " + standard + " | " + setting.purpose() + " |";
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("README.md"));
        } catch (IOException unreadable) {
            throw new IllegalStateException("the README cannot be read", unreadable);
        }
    }
}
