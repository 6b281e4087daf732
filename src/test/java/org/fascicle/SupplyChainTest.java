package org.fascicle;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SupplyChainTest {

    /**
     * Of org.hl7.fhir core we call the resource classes and the nodes of narratives: not its validator and that one's HTTP
     * service, its XSLT, its packages, its fetching of addresses or its evaluating of expressions.
     */
    @Test
    void g1_ofTheCoreLibrariesWeCallTheResourcesOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.hl7.fhir..")
                        .and(not(resideInAnyPackage(
                                "org.hl7.fhir.exceptions..",
                                "org.hl7.fhir.r4.model..",
                                "org.hl7.fhir.instance.model.api..",
                                "org.hl7.fhir.utilities.xhtml.."))))
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.fascicle"));
    }

    @Test
    void g1_theCoreLibrariesWeRunWithArePastTheirKnownFlaws() {
        for (Class<?> one :
                List.of(org.hl7.fhir.r4.model.Patient.class, org.hl7.fhir.utilities.xhtml.XhtmlNode.class)) {
            String jar = one.getProtectionDomain().getCodeSource().getLocation().getPath();
            Matcher version =
                    Pattern.compile("-([0-9]+)\\.([0-9]+)\\.([0-9]+)\\.jar$").matcher(jar);
            assertTrue(version.find(), jar);
            int[] parts = IntStream.rangeClosed(1, 3)
                    .map(part -> Integer.parseInt(version.group(part)))
                    .toArray();

            assertTrue(Arrays.compare(parts, new int[] {6, 9, 10}) >= 0, jar);
        }
    }

    @Test
    void g1_theValidatorIsNotShipped() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        int validator = pom.indexOf("<artifactId>hapi-fhir-validation</artifactId>");
        int end = pom.indexOf("</dependency>", validator);

        assertTrue(pom.substring(validator, end).contains("<scope>test</scope>"));
    }

    @Test
    void g2_theLicenceIsShippedWithTheSource() throws IOException {
        assertTrue(Files.readString(Path.of("LICENSE")).contains("Apache License"));
    }

    @Test
    void g3_nodeServesTestsOnlyAndEveryPackageOfItIsPinnedByItsDigest() throws IOException {
        assertTrue(Files.notExists(Path.of("package.json")));
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(path -> path.endsWith("package.json")).toList()) {
                assertTrue(file.startsWith(Path.of("src/test")), file.toString());
                assertEquals(List.of(), unpinned(file.resolveSibling("package-lock.json")));
            }
        }
    }

    private static List<String> unpinned(Path lock) throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(lock)).path("packages").properties().stream()
                        .filter(one -> !one.getKey().isEmpty())
                        .filter(one ->
                                !one.getValue().path("integrity").asText().startsWith("sha512-"))
                        .map(Map.Entry::getKey)
                        .toList();
    }
}
