package dev.plumbline.runners.mine.data;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** The sequences of the proteins, in their order. */
final class SequenceTable {

  private SequenceTable() {}

  static Table build(Relations relations, int firstId) {
    long seed = relations.seed();
    return new Table(
        "Sequence",
        relations.products().proteins(),
        firstId,
        Map.of(
            "length", row -> Residues.length(seed, row),
            "residues", row -> Residues.text(seed, row),
            "md5checksum", row -> md5(Residues.text(seed, row))),
        Map.of());
  }

  private static String md5(String residues) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(residues.getBytes(US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
