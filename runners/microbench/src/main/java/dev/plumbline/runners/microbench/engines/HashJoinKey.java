package dev.plumbline.runners.microbench.engines;

import java.util.Arrays;

/** A text as a key of a hash table, ordered by its UTF-8 bytes. */
final class HashJoinKey implements Comparable<HashJoinKey> {
  private final byte[] utf8;
  private final int hash;

  HashJoinKey(byte[] utf8) {
    this.utf8 = utf8;
    this.hash = Arrays.hashCode(utf8);
  }

  byte[] utf8() {
    return utf8;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HashJoinKey key && hash == key.hash && Arrays.equals(utf8, key.utf8);
  }

  @Override
  public int compareTo(HashJoinKey other) {
    return Arrays.compareUnsigned(utf8, other.utf8);
  }
}
