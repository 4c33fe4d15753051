package io.facestream.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.facestream.console", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesFormNoCircle =
      slices().matching("io.facestream.(console..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyCommandsShouldKnowTheTerminal =
      noClasses()
          .that()
          .resideOutsideOfPackage("..console.cli")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "io.facestream.options..");

  @ArchTest
  static final ArchRule onlyRoutesShouldKnowHttp =
      noClasses()
          .that()
          .resideInAnyPackage("..console.access..", "..console.audit..", "..console.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.javalin..",
              "jakarta.servlet..",
              "org.eclipse.jetty..",
              "io.facestream.console.http..",
              "io.facestream.console.api..");

  @ArchTest
  static final ArchRule onlyTablesShouldKnowTheDatabase =
      noClasses()
          .that()
          .resideInAnyPackage("..console.http..", "..console.api..", "..console.cli..")
          .and()
          .doNotHaveSimpleName("Problems")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.flywaydb..", "com.zaxxer..");

  /** It reaches the job through Kafka only. */
  @ArchTest
  static final ArchRule shouldNeedNoJob =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.flink..", "io.facestream.job..");

  /** Who is in a picture is asked of the job; templates are made in one place. */
  @ArchTest
  static final ArchRule onlyPeopleShouldLookAtPictures =
      noClasses()
          .that()
          .resideOutsideOfPackages("..console.people..", "..console.asks..", "..console.pictures..")
          .and()
          .doNotHaveSimpleName("Enrolments")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.facestream.vision..", "io.facestream.photos..");
}
