package io.facestream.faults;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.facestream.faults")
class LayeringTest {
  @ArchTest
  static final ArchRule theInvariantKnowsNothingOfHowFaultsAreMade =
      noClasses()
          .that()
          .resideInAPackage("io.facestream.faults.invariant..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.facestream.faults.fixture..", "io.facestream.cluster..");
}
