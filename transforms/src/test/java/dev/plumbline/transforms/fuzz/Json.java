package dev.plumbline.transforms.fuzz;

import java.util.List;

/** A JSON text as a tree that keeps each number as it was written. */
public sealed interface Json {
  /** A string, its escapes resolved; may hold lone surrogates. */
  record Text(String value) implements Json {}

  /** A number, exactly as it was written. */
  record Numeral(String token) implements Json {}

  /** {@code true}, {@code false} or {@code null}. */
  enum Word implements Json {
    TRUE,
    FALSE,
    NULL
  }

  /** An array. */
  record Array(List<Json> items) implements Json {}

  /** An object, with its members in order, also those whose key came before. */
  record Members(List<Member> members) implements Json {}

  /** A member of an object. */
  record Member(String key, Json value) {}
}
