package io.facestream.quickstart;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.facestream.quickstart", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule shouldHaveNoCyclesBetweenPackages =
      slices().matching("io.facestream.(quickstart..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule shouldDrawInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.facestream.quickstart.annotate")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco..");
}
