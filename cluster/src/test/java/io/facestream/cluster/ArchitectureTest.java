package io.facestream.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.facestream.cluster", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesFormNoCircle =
      slices().matching("io.facestream.(cluster..)").should().beFreeOfCycles();

  /** What is started here has class paths of its own; nothing of it is loaded in this JVM. */
  @ArchTest
  static final ArchRule shouldNotUseTheClassesOfWhatItStarts =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..", "io.facestream.job..");

  @ArchTest
  static final ArchRule shouldKeepThePartsFreeOfTheWhole =
      noClasses()
          .that()
          .resideInAnyPackage("..cluster.process..", "..cluster.conf..", "..cluster.rest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.facestream.cluster", "..cluster.cli..");

  @ArchTest
  static final ArchRule shouldKeepTheLibraryFreeOfTheCommands =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cluster.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..cluster.cli..", "picocli..");
}
