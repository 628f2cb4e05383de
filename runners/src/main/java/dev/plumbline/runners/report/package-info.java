/** What a person reads: a page is paragraphs and tables, in the text of a terminal or Markdown. */
@NullMarked
package dev.plumbline.runners.report;

import org.jspecify.annotations.NullMarked;
