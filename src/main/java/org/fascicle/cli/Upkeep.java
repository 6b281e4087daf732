package org.fascicle.cli;

import java.nio.file.Path;

/** Copies of all that the program keeps. */
public interface Upkeep {
    /** Copies it into a new folder, whoever writes meanwhile. */
    void backUp(Path folder);

    /** Puts a copy back where nothing is. */
    void restore(Path folder);
}
