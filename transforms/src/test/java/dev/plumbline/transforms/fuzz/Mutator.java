package dev.plumbline.transforms.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Breaks bodies: by bytes, by lines and by tokens. */
public final class Mutator {
  private static final String DELIMITERS = ",[]{}:\n";

  private final List<Mutation> mutations;

  /** A mutator that also knows these mutations, beside those of bytes, lines and tokens. */
  public Mutator(List<Mutation> special) {
    this.mutations =
        Stream.concat(
                special.stream(),
                Stream.of(
                    Mutator::flipBit,
                    Mutator::setByte,
                    Mutator::insert,
                    Mutator::delete,
                    Mutator::duplicate,
                    Mutator::truncate,
                    Mutator::splice,
                    Mutator::swapLines,
                    Mutator::copyLine,
                    Mutator::deleteLine,
                    Mutator::replaceToken,
                    Mutator::replaceToken,
                    Mutator::swapTokens,
                    Mutator::changeDigit,
                    Mutator::changeDigit))
            .toList();
  }

  /** One way to break a body, with another one at hand. */
  @FunctionalInterface
  public interface Mutation {
    /** The body, broken; or as it was, where it does not apply. */
    byte[] apply(byte[] body, byte[] other, SplittableRandom random);
  }

  /** Breaks a body in one to four places. */
  public byte[] mutate(byte[] body, byte[] other, SplittableRandom random) {
    byte[] mutated = body;
    do {
      mutated = mutations.get(random.nextInt(mutations.size())).apply(mutated, other, random);
    } while (random.nextInt(3) == 0);
    return mutated;
  }

  private static byte[] flipBit(byte[] body, byte[] other, SplittableRandom random) {
    if (body.length == 0) {
      return body;
    }
    byte[] flipped = body.clone();
    flipped[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
    return flipped;
  }

  private static byte[] setByte(byte[] body, byte[] other, SplittableRandom random) {
    if (body.length == 0) {
      return body;
    }
    byte[] set = body.clone();
    set[random.nextInt(body.length)] = (byte) random.nextInt(256);
    return set;
  }

  private static byte[] insert(byte[] body, byte[] other, SplittableRandom random) {
    int at = random.nextInt(body.length + 1);
    return Bytes.replace(body, at, at, Snippets.random(random));
  }

  private static byte[] delete(byte[] body, byte[] other, SplittableRandom random) {
    int from = random.nextInt(body.length + 1);
    return Bytes.replace(body, from, Math.min(body.length, from + length(random)), new byte[0]);
  }

  private static byte[] duplicate(byte[] body, byte[] other, SplittableRandom random) {
    int from = random.nextInt(body.length + 1);
    int to = Math.min(body.length, from + length(random));
    return Bytes.replace(body, to, to, Arrays.copyOfRange(body, from, to));
  }

  private static int length(SplittableRandom random) {
    return 1 + random.nextInt(1 << random.nextInt(9));
  }

  private static byte[] truncate(byte[] body, byte[] other, SplittableRandom random) {
    return Arrays.copyOf(body, random.nextInt(body.length + 1));
  }

  private static byte[] splice(byte[] body, byte[] other, SplittableRandom random) {
    int keep = random.nextInt(body.length + 1);
    int from = random.nextInt(other.length + 1);
    return Bytes.replace(body, keep, body.length, Arrays.copyOfRange(other, from, other.length));
  }

  private static byte[] swapLines(byte[] body, byte[] other, SplittableRandom random) {
    int[] one = line(body, random);
    int[] two = line(body, random);
    return one[1] <= two[0] ? Bytes.swap(body, one, two) : body;
  }

  private static byte[] copyLine(byte[] body, byte[] other, SplittableRandom random) {
    int[] line = line(body, random);
    int at = line(body, random)[0];
    return Bytes.replace(body, at, at, Arrays.copyOfRange(body, line[0], line[1]));
  }

  private static byte[] deleteLine(byte[] body, byte[] other, SplittableRandom random) {
    int[] line = line(body, random);
    return Bytes.replace(body, line[0], line[1], new byte[0]);
  }

  private static byte[] replaceToken(byte[] body, byte[] other, SplittableRandom random) {
    int[] token = token(body, random);
    return Bytes.replace(body, token[0], token[1], Snippets.random(random));
  }

  private static byte[] swapTokens(byte[] body, byte[] other, SplittableRandom random) {
    int[] one = token(body, random);
    int[] two = token(body, random);
    return one[1] <= two[0] ? Bytes.swap(body, one, two) : body;
  }

  private static byte[] changeDigit(byte[] body, byte[] other, SplittableRandom random) {
    if (body.length == 0) {
      return body;
    }
    int at = random.nextInt(body.length);
    for (int tries = 0; tries < body.length; tries++, at = (at + 1) % body.length) {
      if (body[at] >= '0' && body[at] <= '9') {
        byte[] changed = body.clone();
        changed[at] = (byte) "0123456789-.eE+".charAt(random.nextInt(15));
        return changed;
      }
    }
    return body;
  }

  private static int[] line(byte[] body, SplittableRandom random) {
    return span(body, random, "\n", 1);
  }

  private static int[] token(byte[] body, SplittableRandom random) {
    return span(body, random, DELIMITERS, 0);
  }

  /** From behind one delimiter to before the next, or behind that. */
  private static int[] span(byte[] body, SplittableRandom random, String delimiters, int behind) {
    int at = random.nextInt(body.length + 1);
    int from = at;
    while (from > 0 && delimiters.indexOf(body[from - 1]) < 0) {
      from--;
    }
    int to = at;
    while (to < body.length && delimiters.indexOf(body[to]) < 0) {
      to++;
    }
    return new int[] {from, Math.min(body.length, to + behind)};
  }

  /** The bytes of a text. */
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
