package dev.plumbline.pipelines;

import dev.plumbline.parity.DigestSpec;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.analytics.Score;
import java.util.List;

/** What the judge digests of the relation that join gives out. */
public final class RelationJudge {
  private RelationJudge() {}

  /** Of the relation of these rows. */
  public static DigestSpec of(DigestSpec rows) {
    return new DigestSpec(
        Score.relation(Roles.of(rows.schema())), List.of(Score.COLUMNS.get(0)), rows.sample());
  }
}
