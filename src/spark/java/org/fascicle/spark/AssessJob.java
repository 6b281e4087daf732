package org.fascicle.spark;

import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Assesses a FHIR Bulk Data export on a cluster: every line to its patient, every patient by what the command line does.
 *
 * <p>The output folder gets {@code results}, one Bundle a line, and {@code refused}, one line with place and reason.
 * Medications, which belong to no patient, are held in the memory of every worker.
 */
public final class AssessJob {
    private AssessJob() {}

    public static void main(String[] arguments) {
        Order order = Order.read(arguments);
        try (JavaSparkContext spark = new JavaSparkContext(new SparkConf().setAppName("fascicle assess"))) {
            spark.addFile(order.program());
            Program program = new Program(Path.of(order.program()).getFileName().toString(), order.now());
            JavaRDD<Sorted> lines = new Export(spark, program).lines(order);
            JavaRDD<Judgement> judged = judge(lines, spark.broadcast(medications(lines)), program);
            judged.persist(StorageLevel.DISK_ONLY());
            judged.filter(Judgement::isAssessed).map(Judgement::text).saveAsTextFile(order.output() + "/results");
            lines.filter(line -> line.is(Sorted.Kind.REFUSED))
                    .map(Sorted::key)
                    .union(judged.filter(one -> !one.isAssessed()).map(Judgement::text))
                    .saveAsTextFile(order.output() + "/refused");
        }
    }

    /** Of two with one id the last in the order of the files, as in the command line. */
    private static Map<String, String> medications(JavaRDD<Sorted> lines) {
        return lines.filter(line -> line.is(Sorted.Kind.MEDICATIONS))
                .mapToPair(line -> new Tuple2<>(line.key(), line.written()))
                .collectAsMap();
    }

    private static JavaRDD<Judgement> judge(
            JavaRDD<Sorted> lines, Broadcast<Map<String, String>> medications, Program program) {
        return lines.filter(line -> line.is(Sorted.Kind.PATIENT))
                .mapToPair(line -> new Tuple2<>(line.key(), line.written()))
                .groupByKey()
                .values()
                .flatMap(patient -> Judgement.of(patient, medications.value(), program.work())
                        .iterator());
    }
}
