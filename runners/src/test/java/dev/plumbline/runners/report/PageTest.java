package dev.plumbline.runners.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plumbline.runners.report.Page.Paragraph;
import dev.plumbline.runners.report.Table.Column;
import dev.plumbline.runners.report.Table.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PageTest {
  private static final Page PAGE =
      Page.of(
          Paragraph.of("elt on floor", "valid"),
          new Table(
              List.of(Column.text("stage"), Column.number("rows"), Column.number("s")),
              List.of(
                  Row.of("fetch", "1,000", "0.125"),
                  Row.of("join", "failed: no memory | at all"),
                  Row.of("  a sentence that is longer than all columns together"),
                  Row.of("a long name", "", "12.5"))),
          Table.facts(List.of(Row.of("parity", "exact"), Row.of("", "source = files"))));

  @Test
  void textIsAlignedAndAShortRowTakesUpWhatIsLeft() {
    assertEquals(
        """

        elt on floor
        valid

        stage         rows      s
        fetch        1,000  0.125
        join         failed: no memory | at all
          a sentence that is longer than all columns together
        a long name          12.5

        parity  exact
                source = files
        """,
        PageText.of(PAGE).replace(System.lineSeparator(), "\n"));
  }

  @Test
  void markdownEscapesWhatWouldEndACell() {
    assertEquals(
        """
        elt on floor\\
        valid

        | stage | rows | s |
        |---|---:|---:|
        | fetch | 1,000 | 0.125 |
        | join | failed: no memory \\| at all |
        | a sentence that is longer than all columns together |
        | a long name |  | 12.5 |

        |  |  |
        |---|---|
        | parity | exact |
        |  | source = files |
        """,
        PageMarkdown.of(PAGE));
  }

  @Test
  void whatAMineSaysCommandsNoTerminal() {
    Page page =
        Page.of(Paragraph.of("gene \u001b[2J\r\nof \u0007\u009b"), new Paragraph(List.of()));

    assertEquals("\ngene ?[2J of ??\n", PageText.of(page).replace(System.lineSeparator(), "\n"));
  }

  @Test
  void aRowHasNoMoreCellsThanThereAreColumns() {
    assertThrows(
        IllegalArgumentException.class, () -> Table.facts(List.of(Row.of("one", "two", "three"))));
  }
}
