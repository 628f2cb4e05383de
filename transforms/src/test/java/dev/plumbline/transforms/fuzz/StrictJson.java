package dev.plumbline.transforms.fuzz;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON by the grammar of RFC 8259 and nothing beyond it: UTF-8 without a byte order mark, one
 * value, no trailing comma. It shares no code with the decoder that it judges.
 */
public final class StrictJson {
  /** As deep as the decoder reads; deeper bodies are none. */
  static final int DEEPEST = 64;

  /** As many as the decoder reads; bodies of more are none. */
  static final int MOST_NAMES = 1_000;

  /** Numbers longer than this may be refused by the decoder or not; so may names of a third. */
  static final int LONGEST = 900;

  private final char[] text;
  private final int end;
  private int at;
  private int depth;
  private int names;
  private boolean doubtful;

  private StrictJson(char[] text, int end) {
    this.text = text;
    this.end = end;
  }

  /**
   * A whole text.
   *
   * @param doubtful whether it holds a number or a name so long, or a name so odd, that a decoder
   *     may refuse it
   */
  public record Read(Json value, boolean doubtful) {}

  /** Reads a whole text. */
  public static Read read(byte[] utf8) throws NoJson {
    CharBuffer chars;
    try {
      chars =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(utf8));
    } catch (CharacterCodingException e) {
      throw new NoJson("no UTF-8: " + e.getMessage());
    }
    StrictJson json = new StrictJson(chars.array(), chars.limit());
    Json value = json.value();
    json.blanks();
    if (json.at != json.end) {
      throw json.bad("the end");
    }
    return new Read(value, json.doubtful);
  }

  private Json value() throws NoJson {
    blanks();
    char c = peek();
    return switch (c) {
      case '"' -> new Json.Text(string());
      case '[' -> array();
      case '{' -> members();
      case 't' -> word("true", Json.Word.TRUE);
      case 'f' -> word("false", Json.Word.FALSE);
      case 'n' -> word("null", Json.Word.NULL);
      default -> number();
    };
  }

  private Json array() throws NoJson {
    List<Json> items = new ArrayList<>();
    if (!opensEmpty(']')) {
      do {
        items.add(value());
      } while (another(']'));
    }
    depth--;
    return new Json.Array(items);
  }

  private Json members() throws NoJson {
    List<Json.Member> members = new ArrayList<>();
    if (!opensEmpty('}')) {
      do {
        members.add(member());
      } while (another('}'));
    }
    depth--;
    return new Json.Members(members);
  }

  private Json.Member member() throws NoJson {
    blanks();
    String key = string();
    if (++names > MOST_NAMES) {
      throw bad("no more names than " + MOST_NAMES);
    }
    doubtful |= key.length() > LONGEST / 3 || key.chars().anyMatch(StrictJson::isSurrogate);
    blanks();
    expect(':');
    return new Json.Member(key, value());
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private boolean opensEmpty(char close) throws NoJson {
    at++;
    if (++depth > DEEPEST) {
      throw bad("no nesting deeper than " + DEEPEST);
    }
    blanks();
    boolean empty = peek() == close;
    at += empty ? 1 : 0;
    return empty;
  }

  private boolean another(char close) throws NoJson {
    blanks();
    if (peek() == close) {
      at++;
      return false;
    }
    expect(',');
    return true;
  }

  private String string() throws NoJson {
    expect('"');
    int from = at;
    while (at < end && text[at] != '"' && text[at] != '\\' && text[at] >= 0x20) {
      at++;
    }
    String plain = new String(text, from, at - from);
    if (peek() == '"') {
      at++;
      return plain;
    }
    StringBuilder all = new StringBuilder(plain);
    while (peek() != '"') {
      char c = text[at++];
      if (c < 0x20) {
        throw bad("no control character");
      }
      all.append(c == '\\' ? escaped() : c);
    }
    at++;
    return all.toString();
  }

  private char escaped() throws NoJson {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hex();
      default -> throw bad("an escape");
    };
  }

  private char hex() throws NoJson {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      char c = peek();
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw bad("a hexadecimal digit");
      }
      unit = unit << 4 | digit;
      at++;
    }
    return (char) unit;
  }

  private Json number() throws NoJson {
    int from = at;
    skip('-');
    if (!skip('0')) {
      digits();
    }
    if (skip('.')) {
      digits();
    }
    if (skip('e') || skip('E')) {
      if (!skip('+')) {
        skip('-');
      }
      digits();
    }
    doubtful |= at - from > LONGEST;
    return new Json.Numeral(new String(text, from, at - from));
  }

  private void digits() throws NoJson {
    int from = at;
    while (at < end && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    if (at == from) {
      throw bad("a digit");
    }
  }

  private Json word(String word, Json.Word value) throws NoJson {
    for (int i = 0; i < word.length(); i++) {
      expect(word.charAt(i));
    }
    return value;
  }

  private void blanks() {
    while (at < end
        && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
      at++;
    }
  }

  private boolean skip(char c) {
    boolean there = at < end && text[at] == c;
    at += there ? 1 : 0;
    return there;
  }

  private void expect(char c) throws NoJson {
    if (!skip(c)) {
      throw bad(String.valueOf(c));
    }
  }

  private char peek() throws NoJson {
    if (at >= end) {
      throw bad("more text");
    }
    return text[at];
  }

  private NoJson bad(String expected) {
    return new NoJson("at character " + at + " of " + end + ", expected " + expected);
  }
}
