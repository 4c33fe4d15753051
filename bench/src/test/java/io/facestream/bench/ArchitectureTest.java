package io.facestream.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.facestream.bench", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesFormNoCircle =
      slices().matching("io.facestream.(bench..)").should().beFreeOfCycles();

  /** A benchmark that reached into the job would measure something that nobody runs. */
  @ArchTest
  static final ArchRule shouldMeasureTheJobFromOutside =
      noClasses()
          .that()
          .resideInAPackage("io.facestream.bench.pipeline")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.facestream.job..", "io.facestream.matcher..", "org.apache.flink..", "ai.djl..");
}
