package org.fascicle;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.fascicle");

    private static final String[] DOORS = {
        "org.fascicle",
        "org.fascicle.http..",
        "org.fascicle.look..",
        "org.fascicle.about..",
        "org.fascicle.api..",
        "org.fascicle.pages..",
        "org.fascicle.cdshooks..",
        "org.fascicle.smart..",
        "org.fascicle.sandbox..",
        "org.fascicle.operating..",
        "org.fascicle.cli.."
    };

    @Test
    void theMedicineKnowsOnlyTheJdk() {
        classes()
                .that()
                .resideInAPackage("org.fascicle.clinical..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.fascicle.clinical.."))
                .check(HOUSE);
    }

    @Test
    void theMedicineAndTheMapsHaveNeitherClockNorChance() {
        noClasses()
                .that()
                .resideInAnyPackage("org.fascicle.clinical..", "org.fascicle.fhir..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .check(HOUSE);
    }

    @Test
    void theMapsKnowTheMedicineAndFhirOnly() {
        noClasses()
                .that()
                .resideInAPackage("org.fascicle.fhir..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.fascicle..")
                        .and(not(resideInAnyPackage(
                                "org.fascicle.fhir..", "org.fascicle.clinical..", "org.fascicle.fault.."))))
                .check(HOUSE);
    }

    @Test
    void onlyDoorsSpeakHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackages(DOORS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "org.eclipse.jetty..", "ca.uhn.fhir.rest.server..")
                .check(HOUSE);
    }

    @Test
    void onlyTheChartSpeaksSql() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.fascicle.chart..", "org.fascicle.state..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "javax.sql..", "com.zaxxer.hikari..", "org.sqlite..", "org.postgresql..")
                .check(HOUSE);
    }

    @Test
    void nothingRestsOnThePracticeEhr() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.fascicle", "org.fascicle.sandbox..", "org.fascicle.templates.ward..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.fascicle.sandbox..")
                .check(HOUSE);
    }

    @Test
    void nothingFlowsBackUp() {
        slices().matching("org.fascicle.(*)..").should().beFreeOfCycles().check(HOUSE);
        slices().matching("org.fascicle.clinical.(*)..")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
        slices().matching("org.fascicle.fhir.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void noDrawersAmongTheNames() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Service")
                .check(HOUSE);
    }
}
