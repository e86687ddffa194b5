package dev.eventprocessor.internal.index;

/** Numbers from 0 on, in a hash table of open addresses. */
final class NumberSet {

  /** Each is one more than the number; 0 is free. */
  private int[] table = new int[16];

  private int size;

  /** Adds a number; tells whether it is new. */
  boolean add(int number) {
    int slot = slot(number + 1);
    if (table[slot] != 0) {
      return false;
    }
    table[slot] = number + 1;
    size++;
    if (2 * size > table.length) {
      grow();
    }
    return true;
  }

  private void grow() {
    int[] before = table;
    table = new int[2 * before.length];
    for (int entry : before) {
      if (entry != 0) {
        table[slot(entry)] = entry;
      }
    }
  }

  /** Where the entry stands, or would. */
  private int slot(int entry) {
    int mask = table.length - 1;
    int slot = ((entry * 0x9E3779B9) >>> 7) & mask;
    while (table[slot] != 0 && table[slot] != entry) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
