package dev.plumbline.runners.mine.userdata;

/** What a file says about a value besides its text. */
enum Spelling {
  /** Nothing: the text alone tells. */
  PLAIN,
  /** That it is a number. */
  NUMBER,
  /** That it is a text, whatever it looks like. */
  TEXT
}
