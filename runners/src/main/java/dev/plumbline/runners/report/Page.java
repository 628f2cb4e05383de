package dev.plumbline.runners.report;

import java.util.List;

/**
 * What a person reads of a result, from top to bottom; how it looks is its renderings' matter.
 *
 * @param blocks paragraphs and tables; those that hold nothing are left out
 */
public record Page(List<Block> blocks) {
  public Page {
    blocks = blocks.stream().filter(block -> !block.isEmpty()).toList();
  }

  /** A page of these. */
  public static Page of(Block... blocks) {
    return new Page(List.of(blocks));
  }

  /** A part of a page. */
  public sealed interface Block permits Paragraph, Table {
    /** Whether nothing stands in it. */
    boolean isEmpty();
  }

  /**
   * Lines of text.
   *
   * @param lines without line ends
   */
  public record Paragraph(List<String> lines) implements Block {
    public Paragraph {
      lines = List.copyOf(lines);
    }

    /** A paragraph of these lines. */
    public static Paragraph of(String... lines) {
      return new Paragraph(List.of(lines));
    }

    @Override
    public boolean isEmpty() {
      return lines.isEmpty();
    }
  }
}
