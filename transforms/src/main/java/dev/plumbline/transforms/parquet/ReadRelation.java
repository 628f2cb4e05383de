package dev.plumbline.transforms.parquet;

import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PackedPageCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;

/** Reads the pieces of a relation in Beam, by all workers: its pages, in any order. */
public final class ReadRelation
    extends PTransform<PCollection<RelationPages.Piece>, PCollection<PackedPage>> {
  /** A join's pieces of its relation, for the judge. */
  public static final TupleTag<RelationPages.Piece> PARITY = new TupleTag<>("relation_parity") {};

  private static final long serialVersionUID = 1;

  private final RelationPages relation;

  private ReadRelation(RelationPages relation) {
    this.relation = relation;
  }

  /** Of this relation. */
  public static ReadRelation of(RelationPages relation) {
    return new ReadRelation(relation);
  }

  @Override
  public PCollection<PackedPage> expand(PCollection<RelationPages.Piece> pieces) {
    return pieces
        .apply("Spread", Reshuffle.viaRandomKey())
        .apply("Read", ParDo.of(new PieceFn(relation)))
        .setCoder(PackedPageCoder.of());
  }

  private static final class PieceFn extends DoFn<RelationPages.Piece, PackedPage> {
    private static final long serialVersionUID = 1;

    private final RelationPages relation;

    PieceFn(RelationPages relation) {
      this.relation = relation;
    }

    @ProcessElement
    public void processElement(@Element RelationPages.Piece piece, OutputReceiver<PackedPage> out) {
      relation.each(piece, out::output);
    }
  }
}
