package dev.plumbline.runners.microbench.engines;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;

final class BareNodeTest {
  @Test
  void itsScriptStandsBesideIt() {
    assertNotNull(BareNode.class.getResource("bare.mjs"));
  }
}
