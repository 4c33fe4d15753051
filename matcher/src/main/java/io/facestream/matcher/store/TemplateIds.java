package io.facestream.matcher.store;

import java.util.Arrays;

/**
 * Which template lies in which row, both ways, in about 24 bytes a row besides the characters: an
 * open-addressing table of hashes and rows. The characters are in {@link IdBytes}, read only where
 * the whole hash agrees: each look at them is a miss of the cache.
 */
public final class TemplateIds {
  private static final long FREE = 0;

  /** Least garbage worth a sweep, in bytes. */
  private static final int SWEEP_FROM = 1 << 20;

  private IdBytes ids = new IdBytes();
  private int[] starts = new int[1024];
  private long[] table = new long[2048]; // hash << 32 | row + 1
  private int size;
  private long garbage;

  /** The row of a template, or −1. */
  public int row(String templateId) {
    byte[] encoded = IdBytes.encode(templateId);
    return rowIn(table[slotOf(encoded, hash(encoded))]);
  }

  public String id(int row) {
    return ids.decode(starts[row]);
  }

  /**
   * The row of a template; one that has none gets the next row at the end.
   *
   * @return the number of rows before, when the template is new
   */
  public int rowOrAppend(String templateId) {
    byte[] encoded = IdBytes.encode(templateId);
    int hash = hash(encoded);
    int slot = slotOf(encoded, hash);
    if (table[slot] != FREE) {
      return rowIn(table[slot]);
    }
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size + (size >> 2));
    }
    if (3L * (size + 1) > 2L * table.length) {
      rehash(2 * table.length);
      slot = slotOf(encoded, hash);
    }
    starts[size] = ids.add(encoded);
    table[slot] = entry(hash, size);
    return size++;
  }

  /** Forgets the template in {@code row}; the one in the last row moves there. */
  public void swapWithLast(int row) {
    byte[] erased = ids.encoded(starts[row]);
    int last = size - 1;
    int lastSlot = slotOfRow(last);
    int slot = slotOfRow(row);
    table[lastSlot] = entry(hashIn(table[lastSlot]), row);
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
      long moved = table[slot];
      table[slot] = FREE;
      table[freeSlot(hashIn(moved))] = moved;
    }
  }

  private int slotOfRow(int row) {
    byte[] encoded = ids.encoded(starts[row]);
    return slotOf(encoded, hash(encoded));
  }

  /** Where a template's row is noted, or would be. */
  private int slotOf(byte[] encoded, int hash) {
    int mask = table.length - 1;
    int slot = hash & mask;
    while (table[slot] != FREE
        && !(hashIn(table[slot]) == hash && ids.equals(starts[rowIn(table[slot])], encoded))) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private int freeSlot(int hash) {
    int mask = table.length - 1;
    int slot = hash & mask;
    while (table[slot] != FREE) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static long entry(int hash, int row) {
    return (long) hash << 32 | row + 1;
  }

  private static int hashIn(long entry) {
    return (int) (entry >>> 32);
  }

  /** −1 in a free entry. */
  private static int rowIn(long entry) {
    return (int) entry - 1;
  }

  /** The finaliser of MurmurHash3: counted ids must not form runs in the table. */
  private static int hash(byte[] encoded) {
    int h = Arrays.hashCode(encoded);
    h = (h ^ h >>> 16) * 0x85ebca6b;
    h = (h ^ h >>> 13) * 0xc2b2ae35;
    return h ^ h >>> 16;
  }

  private void rehash(int capacity) {
    long[] old = table;
    table = new long[capacity];
    for (long entry : old) {
      if (entry != FREE) {
        table[freeSlot(hashIn(entry))] = entry;
      }
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
