package io.facestream.matcher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which template lies in which row, both ways. */
final class Ids {
  private final Map<String, Integer> rowOf = new HashMap<>();
  private final List<String> idOf = new ArrayList<>();

  /** The row of a template, or −1. */
  int row(String templateId) {
    return rowOf.getOrDefault(templateId, -1);
  }

  String id(int row) {
    return idOf.get(row);
  }

  /** Gives the next row at the end to a template. */
  void append(String templateId) {
    rowOf.put(templateId, idOf.size());
    idOf.add(templateId);
  }

  /** Forgets the template in {@code row}; the one in the last row moves there. */
  void swapWithLast(int row) {
    rowOf.remove(idOf.get(row));
    String last = idOf.remove(idOf.size() - 1);
    if (row < idOf.size()) {
      idOf.set(row, last);
      rowOf.put(last, row);
    }
  }

  void clear() {
    rowOf.clear();
    idOf.clear();
  }
}
