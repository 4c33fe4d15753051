package io.facestream.console.testing;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** All databases, but where the build names the one that it leaves a class to. */
final class DatabasesOfThisRun implements ArgumentsProvider {
  private static final String ONLY = System.getProperty("test.databases", "");

  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    boolean all = ONLY.isEmpty() || context.getTags().contains("thorough");
    return Arrays.stream(TestDatabase.values())
        .filter(database -> all || database.name().equals(ONLY))
        .map(Arguments::of);
  }
}
