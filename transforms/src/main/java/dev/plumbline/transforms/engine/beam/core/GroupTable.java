package dev.plumbline.transforms.engine.beam.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Groups rows by key in memory, for any number of sides: an open-addressed hash table over the
 * bytes of the keys. Not thread-safe.
 */
final class GroupTable {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int FIRST_SLOTS = 1 << 12;

  private final int width;
  private int[] slots = new int[FIRST_SLOTS]; // a group's number + 1
  private int groups;
  private long[] hashes = new long[FIRST_SLOTS / 2];
  private int[] keyEnds = new int[FIRST_SLOTS / 2];
  private long[] sums;
  private byte[] keys = new byte[FIRST_SLOTS * 8];
  private int nullGroup = -1;

  /**
   * An empty table.
   *
   * @param width how many sums there are in a group
   */
  GroupTable(int width) {
    this.width = width;
    this.sums = new long[hashes.length * width];
  }

  /** How many groups there are. */
  int groups() {
    return groups;
  }

  /** How many bytes their keys have. */
  int keyBytes() {
    return groups == 0 ? 0 : keyEnds[groups - 1];
  }

  /** The group of a key, which is added if it is new. */
  int group(byte[] bytes, int offset, int length) {
    long hash = hash(bytes, offset, length);
    int mask = slots.length - 1;
    int slot = (int) hash & mask;
    while (slots[slot] != 0) {
      int group = slots[slot] - 1;
      if (hashes[group] == hash
          && group != nullGroup
          && Arrays.equals(keys, keyStart(group), keyEnds[group], bytes, offset, offset + length)) {
        return group;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = groups + 1;
    return add(hash, bytes, offset, length);
  }

  /** The group of the null key, which is added if it is new. */
  int nullGroup() {
    if (nullGroup < 0) {
      nullGroup = add(0, keys, 0, 0);
    }
    return nullGroup;
  }

  /** Adds to a sum of a group. */
  void add(int group, int sum, long value) {
    sums[group * width + sum] += value;
  }

  /** A sum of a group. */
  long sum(int group, int sum) {
    return sums[group * width + sum];
  }

  boolean isNull(int group) {
    return group == nullGroup;
  }

  /** Where all keys lie. */
  byte[] keys() {
    return keys;
  }

  int keyStart(int group) {
    return group == 0 ? 0 : keyEnds[group - 1];
  }

  int keyLength(int group) {
    return keyEnds[group] - keyStart(group);
  }

  /** Forgets all groups. */
  void clear() {
    Arrays.fill(slots, 0);
    Arrays.fill(sums, 0, groups * width, 0);
    groups = 0;
    nullGroup = -1;
  }

  private int add(long hash, byte[] bytes, int offset, int length) {
    if (groups == hashes.length) {
      grow();
    }
    int start = keyBytes();
    if (keys.length - start < length) {
      keys = Arrays.copyOf(keys, Math.max(start + length, Math.addExact(keys.length, keys.length)));
    }
    System.arraycopy(bytes, offset, keys, start, length);
    hashes[groups] = hash;
    keyEnds[groups] = start + length;
    return groups++;
  }

  /** At most every second slot is taken. */
  private void grow() {
    hashes = Arrays.copyOf(hashes, groups * 2);
    keyEnds = Arrays.copyOf(keyEnds, groups * 2);
    sums = Arrays.copyOf(sums, groups * 2 * width);
    slots = new int[groups * 4];
    int mask = slots.length - 1;
    for (int group = 0; group < groups; group++) {
      if (group != nullGroup) {
        int slot = (int) hashes[group] & mask;
        while (slots[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        slots[slot] = group + 1;
      }
    }
  }

  private static long hash(byte[] bytes, int offset, int length) {
    long hash = length;
    int at = offset;
    int end = offset + length;
    for (; end - at >= Long.BYTES; at += Long.BYTES) {
      hash = mix(hash ^ (long) LONGS.get(bytes, at));
    }
    long rest = 0;
    for (; at < end; at++) {
      rest = rest << 8 | (bytes[at] & 0xff);
    }
    return mix(hash ^ rest);
  }

  private static long mix(long number) {
    long mixed = number * 0x9e3779b97f4a7c15L;
    return mixed ^ (mixed >>> 32);
  }
}
