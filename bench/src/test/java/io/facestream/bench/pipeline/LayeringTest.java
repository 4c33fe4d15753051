package io.facestream.bench.pipeline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.facestream.bench.pipeline", importOptions = DoNotIncludeTests.class)
class LayeringTest {
  /** A benchmark that reached into the job would measure something that nobody runs. */
  @ArchTest
  static final ArchRule shouldMeasureTheJobFromOutside =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.facestream.job..", "io.facestream.matcher..", "org.apache.flink..", "ai.djl..");
}
