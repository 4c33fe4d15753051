package io.facestream.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.facestream.client", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packages_do_not_depend_on_each_other_in_circles =
      slices().matching("io.facestream.(client..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_client_knows_wire_and_kafkas_clients_only =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "io.facestream.client..",
              "io.facestream.wire..",
              "org.apache.kafka.clients..",
              "org.apache.kafka.common..",
              "com.google.protobuf..",
              "org.slf4j..");

  /** Said again by name, since these are what a console, an SDK or a script must not drag in. */
  @ArchTest
  static final ArchRule the_client_brings_neither_pictures_nor_flink_nor_a_terminal =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.bytedeco..", "ai.djl..", "org.apache.flink..", "picocli..", "me.tongfei..");
}
