package org.fascicle.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** A FHIR Bulk Data export in any file system that Hadoop knows, read line by line. */
record Export(JavaSparkContext spark, Program program) {

    JavaRDD<Sorted> lines(Order order) {
        List<JavaRDD<Sorted>> read = new ArrayList<>();
        files(order.responses()).forEach(file -> read.add(lines(file, true)));
        files(order.charts()).forEach(file -> read.add(lines(file, false)));
        return read.stream().reduce(JavaRDD::union).orElseGet(spark::emptyRDD);
    }

    private JavaRDD<Sorted> lines(String file, boolean isAmongResponses) {
        Program apart = program;
        return spark.textFile(file)
                .zipWithIndex()
                .filter(line -> !line._1().isBlank())
                .map(line ->
                        Sorted.of((line._2() + 1) + "\t" + file + "\t" + line._1(), isAmongResponses, apart.work()));
    }

    /** Folders stand for the NDJSON files in them. */
    private Stream<String> files(List<String> given) {
        return given.stream().flatMap(path -> inside(new Path(path)));
    }

    private Stream<String> inside(Path path) {
        Configuration known = spark.hadoopConfiguration();
        try {
            FileSystem system = path.getFileSystem(known);
            if (!system.getFileStatus(path).isDirectory()) {
                return Stream.of(path.toString());
            }
            return Arrays.stream(system.listStatus(path))
                    .filter(FileStatus::isFile)
                    .map(file -> file.getPath().getName())
                    .filter(name -> name.endsWith(".ndjson"))
                    .sorted()
                    .map(name -> path + "/" + name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
