package io.facestream.explain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.facestream.explain", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesFormNoCircle =
      slices().matching("io.facestream.(explain..)").should().beFreeOfCycles();

  /** What has to be otherwise is found by the rule itself. */
  @ArchTest
  static final ArchRule changesKnowNothingButRuleAndMeasures =
      classes()
          .that()
          .resideInAPackage("..explain.change")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.fasterxml.jackson.annotation..",
              "io.facestream.wire..",
              "io.facestream.decision..",
              "io.facestream.vision.quality..",
              "..explain.change");

  @ArchTest
  static final ArchRule onlyCommandsKnowTheTerminal =
      noClasses()
          .that()
          .resideOutsideOfPackage("..explain.cli")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "picocli..", "io.facestream.options..", "io.facestream.job.options..");

  /** A command that explains needs the job's judgement, not its runtime. */
  @ArchTest
  static final ArchRule nothingKnowsFlinkOrKafka =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..");
}
