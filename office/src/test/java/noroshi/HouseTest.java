package noroshi;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The plan of the house, checked: features touch each other only where their package-info says so. */
class HouseTest {

    private static final JavaClasses OFFICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> location.contains("/office/") || location.contains("office-"))
            .importPackages("noroshi");

    @Test
    void featuresUseOnlyWhatTheirCharterAllows() {
        ApplicationModules.of(
                        NoroshiOffice.class,
                        resideInAnyPackage(
                                "noroshi.snapshot..",
                                "noroshi.letter..",
                                "noroshi.names..",
                                "noroshi.standards..",
                                "noroshi.planning..",
                                "noroshi.jte.."))
                .verify();
    }

    @Test
    void onlyThePlatformOpensConnections() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("noroshi.platform..", "noroshi.run..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.sql..", "com.zaxxer..", "org.flywaydb.."));
    }

    @Test
    void nobodyAsksTheMachineForTheTime() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("noroshi.run..", "noroshi.jte..")
                .and()
                .doNotHaveFullyQualifiedName("noroshi.platform.Time")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis"));
    }

    @Test
    void theSupervisorStandsAlone() {
        check(noClasses()
                .that()
                .resideInAPackage("noroshi.run..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "noroshi.platform..", "noroshi.publishing.."));
    }

    @Test
    void theChecksAreTextInAndFindingsOut() {
        check(noClasses()
                .that()
                .resideInAPackage("noroshi.checks..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "java.net.."));
    }

    @Test
    void everyPackageIsNullMarked() {
        check(classes()
                .that()
                .haveSimpleName("package-info")
                .and()
                .resideOutsideOfPackage("noroshi.jte..")
                .should()
                .beAnnotatedWith(org.jspecify.annotations.NullMarked.class));
    }

    private static void check(com.tngtech.archunit.lang.ArchRule rule) {
        rule.allowEmptyShould(true).check(OFFICE);
    }
}
