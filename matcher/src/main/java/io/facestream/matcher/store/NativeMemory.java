package io.facestream.matcher.store;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Memory outside the heap, 64-byte aligned, freed when told and not when the collector gets to it.
 */
public final class NativeMemory implements AutoCloseable {
  /** A cache line, and the widest vector register. */
  public static final int ALIGNMENT = 64;

  private static final Method INVOKE_CLEANER;
  private static final Object UNSAFE;

  static {
    try {
      // By reflection, because javac warns of sun.misc whatever the flags. The class and this
      // method of it are exported by jdk.unsupported on purpose.
      Class<?> unsafe = Class.forName("sun.misc.Unsafe");
      Field instance = unsafe.getDeclaredField("theUnsafe");
      instance.setAccessible(true);
      UNSAFE = instance.get(null);
      INVOKE_CLEANER = unsafe.getMethod("invokeCleaner", ByteBuffer.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final ByteBuffer root;
  private final ByteBuffer aligned;
  private boolean freed;

  private NativeMemory(ByteBuffer root, int bytes) {
    this.root = root;
    int start = (ALIGNMENT - root.alignmentOffset(0, ALIGNMENT)) % ALIGNMENT;
    this.aligned = root.slice(start, bytes).order(ByteOrder.nativeOrder());
  }

  /**
   * @return zeroed memory
   * @throws IllegalStateException when the JVM's limit of direct memory is reached
   */
  public static NativeMemory allocate(int bytes) {
    try {
      return new NativeMemory(ByteBuffer.allocateDirect(bytes + ALIGNMENT), bytes);
    } catch (OutOfMemoryError e) {
      throw new IllegalStateException(
          "no direct memory left for templates ("
              + e.getMessage()
              + "); raise -XX:MaxDirectMemorySize, in Flink taskmanager.memory.task.off-heap.size",
          e);
    }
  }

  /** The whole of it, in native byte order. */
  public ByteBuffer buffer() {
    return aligned;
  }

  @Override
  public void close() {
    if (!freed) {
      freed = true;
      free(root);
    }
  }

  /** Frees a direct or mapped buffer now. It must not be touched afterwards. */
  static void free(ByteBuffer root) {
    try {
      INVOKE_CLEANER.invoke(UNSAFE, root);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot free direct memory", e);
    }
  }
}
