package dev.plumbline.transforms;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The order of keys: numbers, truth values and days by value, texts by their bytes of UTF-8. */
public final class Keys {
  /** Orders keys of one type; there is no null among them. */
  public static final Comparator<Object> IN_ORDER = Keys::compare;

  private Keys() {}

  /** The key itself, or for the double -0.0 its equal 0.0. */
  public static Object same(Object key) {
    return key instanceof Double number ? (Object) (number + 0.0) : key;
  }

  private static int compare(Object left, Object right) {
    if (left instanceof String) {
      return Arrays.compareUnsigned(utf8(left), utf8(right));
    }
    @SuppressWarnings("unchecked")
    Comparable<Object> comparable = (Comparable<Object>) left;
    return comparable.compareTo(right);
  }

  private static byte[] utf8(Object text) {
    return ((String) text).getBytes(StandardCharsets.UTF_8);
  }
}
