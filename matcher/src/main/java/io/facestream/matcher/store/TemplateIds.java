package io.facestream.matcher.store;

import java.util.Arrays;

/**
 * Which template lies in which row, both ways, in about 12 bytes a row besides the characters: an
 * open-addressing table of rows, whose keys are read from {@link IdBytes}.
 */
public final class TemplateIds {
  private static final int FREE = 0;

  /** Least garbage worth a sweep, in bytes. */
  private static final int SWEEP_FROM = 1 << 20;

  private IdBytes ids = new IdBytes();
  private int[] starts = new int[1024];
  private int[] table = new int[2048]; // row + 1
  private int size;
  private long garbage;

  /** The row of a template, or −1. */
  public int row(String templateId) {
    return table[slotOf(IdBytes.encode(templateId))] - 1;
  }

  public String id(int row) {
    return ids.decode(starts[row]);
  }

  /** Gives the next row at the end to a template that has none. */
  public void append(String templateId) {
    byte[] encoded = IdBytes.encode(templateId);
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size + (size >> 2));
    }
    if (3L * (size + 1) > 2L * table.length) {
      rehash(2 * table.length);
    }
    starts[size] = ids.add(encoded);
    size++;
    table[slotOf(encoded)] = size;
  }

  /** Forgets the template in {@code row}; the one in the last row moves there. */
  public void swapWithLast(int row) {
    byte[] erased = ids.encoded(starts[row]);
    int last = size - 1;
    int lastSlot = slotOf(ids.encoded(starts[last]));
    int slot = slotOf(erased);
    table[lastSlot] = row + 1;
    starts[row] = starts[last];
    size = last;
    removeSlot(slot);
    garbage += erased.length;
    if (garbage > SWEEP_FROM && garbage > ids.bytes() / 2) {
      sweep();
    }
  }

  /**
   * Linear probing has no tombstones: what follows moves up (Knuth, TAOCP 3, §6.4, algorithm R).
   */
  private void removeSlot(int hole) {
    int mask = table.length - 1;
    table[hole] = FREE;
    for (int slot = (hole + 1) & mask; table[slot] != FREE; slot = (slot + 1) & mask) {
      int row = table[slot];
      table[slot] = FREE;
      table[slotOf(ids.encoded(starts[row - 1]))] = row;
    }
  }

  /** Where a template's row is noted, or would be. */
  private int slotOf(byte[] encoded) {
    int mask = table.length - 1;
    int slot = mix(Arrays.hashCode(encoded)) & mask;
    while (table[slot] != FREE && !ids.equals(starts[table[slot] - 1], encoded)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The finaliser of MurmurHash3: counted ids must not form runs in the table. */
  private static int mix(int hash) {
    int h = (hash ^ hash >>> 16) * 0x85ebca6b;
    h = (h ^ h >>> 13) * 0xc2b2ae35;
    return h ^ h >>> 16;
  }

  private void rehash(int capacity) {
    table = new int[capacity];
    for (int row = 0; row < size; row++) {
      table[slotOf(ids.encoded(starts[row]))] = row + 1;
    }
  }

  private void sweep() {
    IdBytes kept = new IdBytes();
    for (int row = 0; row < size; row++) {
      starts[row] = kept.add(ids.encoded(starts[row]));
    }
    ids = kept;
    garbage = 0;
  }
}
