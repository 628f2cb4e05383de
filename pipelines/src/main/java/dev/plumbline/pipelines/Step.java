package dev.plumbline.pipelines;

import dev.plumbline.transforms.decode.DecodeCore;
import dev.plumbline.transforms.fetch.FetchCore;
import dev.plumbline.transforms.page.PagePlan;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.PageWork;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WriteCore;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.List;
import java.util.Optional;

/** A stage in its place in a pipeline: its core, and the stage whose output it takes. */
public sealed interface Step {
  /** The stage. */
  Stage stage();

  /** The stage, behind those that are parts of it and have clocks of their own. */
  default List<Stage> clocks() {
    return List.of(stage());
  }

  /** The stage whose output comes in here; none for the first. */
  Optional<Stage> input();

  /** Fetches the pages of a plan. */
  record Fetch(FetchCore core, PagePlan plan) implements Step {
    @Override
    public Stage stage() {
      return Stage.FETCH;
    }

    @Override
    public Optional<Stage> input() {
      return Optional.empty();
    }
  }

  /** Decodes fetched pages; {@code judged}: the judge takes a side output of them. */
  record Decode(DecodeCore core, boolean judged) implements Step {
    @Override
    public Stage stage() {
      return Stage.DECODE;
    }

    @Override
    public Optional<Stage> input() {
      return Optional.of(Stage.FETCH);
    }
  }

  /**
   * Writes packed pages into files in a directory, {@code source} being the stage that gives them
   * out.
   */
  record Write(Stage stage, Stage source, WriteCore core, String directory) implements Step {
    /** The form of the files. */
    public FileForm form() {
      return stage == Stage.CSV_WRITE ? FileForm.CSV : FileForm.PARQUET;
    }

    @Override
    public Optional<Stage> input() {
      return Optional.of(source);
    }
  }

  /** Joins packed pages before they are loaded, as they come from decode. */
  record JoinPages(PageWork work) implements Step {
    @Override
    public Stage stage() {
      return Stage.JOIN;
    }

    @Override
    public Optional<Stage> input() {
      return Optional.of(Stage.DECODE);
    }
  }

  /**
   * Joins packed pages before they are loaded: hands them over to an engine in files, whose writing
   * is a part of this stage, and lets it work on these.
   */
  record JoinHandedOver(Write handover, TableCore core) implements Step {
    @Override
    public Stage stage() {
      return Stage.JOIN;
    }

    @Override
    public List<Stage> clocks() {
      return List.of(handover.stage(), stage());
    }

    @Override
    public Optional<Stage> input() {
      return handover.input();
    }
  }

  /** Takes a table that is written already. */
  record Written(WrittenTable table) implements Step {
    @Override
    public Stage stage() {
      return Stage.WRITTEN;
    }

    @Override
    public Optional<Stage> input() {
      return Optional.empty();
    }
  }

  /** Works on the written table that {@code source} gives on. */
  record OnTable(Stage stage, Stage source, TableCore core) implements Step {
    @Override
    public Optional<Stage> input() {
      return Optional.of(source);
    }
  }
}
