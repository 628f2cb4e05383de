package dev.plumbline.runners.mine.service;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A text that is made when it is first wanted. */
final class Once implements Supplier<String> {

  private final Supplier<String> making;
  private @Nullable String made;

  Once(Supplier<String> making) {
    this.making = making;
  }

  @Override
  public synchronized String get() {
    String known = made;
    if (known == null) {
      known = making.get();
      made = known;
    }
    return known;
  }
}
