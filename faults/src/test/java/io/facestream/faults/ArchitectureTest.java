package io.facestream.faults;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.facestream.faults")
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesFormNoCircle =
      slices().matching("io.facestream.(faults..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theInvariantKnowsNothingOfHowFaultsAreMade =
      noClasses()
          .that()
          .resideInAPackage("io.facestream.faults.invariant..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.facestream.faults.fixture..", "io.facestream.cluster..");
}
