package io.facestream.console.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a person leaves behind in files, looked for byte by byte. */
public final class Traces {
  private record Trace(String name, byte[] bytes) {}

  private final List<Trace> traces = new ArrayList<>();

  /** Looks for these bytes, too. */
  public Traces with(String name, byte[] bytes) {
    traces.add(new Trace(name, bytes));
    return this;
  }

  /** Looks for these numbers one behind another, in both orders of bytes. */
  public Traces withFloats(String name, List<Float> numbers) {
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * numbers.size()).order(order);
      numbers.forEach(bytes::putFloat);
      with(name, bytes.array());
    }
    return this;
  }

  /** The names of what is found in some file of a folder. */
  public Set<String> in(Path folder) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] content = Files.readAllBytes(file);
        traces.stream()
            .filter(trace -> contains(content, trace.bytes()))
            .forEach(trace -> found.add(trace.name()));
      }
    }
    return found;
  }

  private static boolean contains(byte[] content, byte[] wanted) {
    for (int from = 0; from <= content.length - wanted.length; from++) {
      int same = 0;
      while (same < wanted.length && content[from + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
