package io.facestream.embedded;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.facestream.embedded", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packages_do_not_depend_on_each_other_in_circles =
      slices().matching("io.facestream.(embedded..)").should().beFreeOfCycles();

  /** The tests of client and job use it, so it cannot use them. */
  @ArchTest
  static final ArchRule embedded_knows_no_more_of_ours_than_records_and_ports =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "io.facestream.embedded..",
              "io.facestream.wire..",
              "io.facestream.ports..",
              "kafka..",
              "org.apache.kafka..",
              "org.apache.flink..",
              "org.slf4j..");

  @ArchTest
  static final ArchRule the_broker_needs_no_flink =
      noClasses()
          .that()
          .resideOutsideOfPackage("..embedded.flink..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule the_flink_cluster_needs_no_kafka =
      noClasses()
          .that()
          .resideInAPackage("..embedded.flink..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("kafka..", "org.apache.kafka..");
}
