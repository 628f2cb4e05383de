package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.FormatChoice;
import dev.plumbline.runners.mine.format.ReplyForm;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Set;

/**
 * One URL of the service.
 *
 * @param fileName what its bodies are called
 * @param verbs what it answers
 * @param formats what it can be asked for
 * @param rows whether its errors look like those of rows
 * @param answer makes the body
 */
record Endpoint(
    String fileName, Set<String> verbs, FormatChoice formats, boolean rows, Answer answer) {

  Endpoint {
    verbs = Set.copyOf(verbs);
  }

  /** Makes a body of the status 200, or throws what stands for another one. */
  @FunctionalInterface
  interface Answer {
    Iterator<ByteBuffer> to(ServiceRequest request, ReplyForm form);
  }
}
