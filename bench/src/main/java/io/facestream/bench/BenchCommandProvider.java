package io.facestream.bench;

import io.facestream.options.CommandProvider;

/** Adds {@link BenchCommand}; the product is shipped without benchmarks. */
public final class BenchCommandProvider implements CommandProvider {
  @Override
  public Class<?> command() {
    return BenchCommand.class;
  }
}
