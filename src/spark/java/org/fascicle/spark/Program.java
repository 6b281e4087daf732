package org.fascicle.spark;

import java.io.Serializable;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkFiles;

/**
 * The program, as every worker finds it among the files of the job.
 *
 * @param jar its file name
 * @param now the moment results are dated with
 */
record Program(String jar, Instant now) implements Serializable {
    private static final Map<Program, Work> LOADED = new ConcurrentHashMap<>();

    /** What the program does on request: see its {@code Outpost}. */
    interface Work {
        List<String> sort(String written, Boolean isAmongResponses);

        List<List<String>> assess(Collection<String> written, Map<String, String> medications);
    }

    /** Loaded once for each process and kept until it ends. */
    Work work() {
        return LOADED.computeIfAbsent(this, Program::load);
    }

    private Work load() {
        try {
            URL[] path = {Path.of(SparkFiles.get(jar)).toUri().toURL()};
            return Apart.load(new URLClassLoader("fascicle", path, ClassLoader.getPlatformClassLoader()), now);
        } catch (MalformedURLException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
