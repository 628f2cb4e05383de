package dev.plumbline.runners.mine.data;

/** Which object of a mine belongs to which: one fanout or association per kind of relation. */
final class Relations {

  private static final int BLOCK = 1 << 14;

  private final long seed;
  private final long genes;
  private final GeneProducts products;
  private final Association pathways;
  private final Association dataSets;
  private final Association annotations;
  private final Association expression;
  private final Association regions;
  private final Fanout homologues;
  private final Fanout crossReferences;

  Relations(long seed, long genes) {
    this.seed = seed;
    this.genes = genes;
    products = new GeneProducts(seed, genes);
    double[] perGene = {62, 20, 10, 4, 2, 1.2, 0.8};
    pathways = associate(fanout(611, genes, perGene), 612, PathwayTable.ROWS, 1);
    dataSets = associate(fanout(621, genes, 0, 50, 35, 15), 622, DataSetTable.ROWS, 1);
    double[] terms = Skew.falling(0.3, 0.78, 20);
    annotations = associate(fanout(631, genes, terms), 632, OntologyTermTable.ROWS, 1);
    double[] samples = measuredSamples();
    expression = associate(fanout(641, genes, samples), 642, ExpressionSampleTable.ROWS, 0);
    double[] domains = Skew.falling(0.28, 0.6, 8);
    Fanout found = fanout(651, products.proteins(), domains);
    regions = associate(found, 652, ProteinDomainTable.ROWS, 1);
    homologues = fanout(661, genes, Skew.falling(0.35, 0.72, 10));
    crossReferences = fanout(671, genes, Skew.falling(0.25, 0.55, 8));
  }

  private Fanout fanout(int column, long parents, double... shares) {
    int[] counts = Skew.counts(new Draw(seed, column, -1), BLOCK, shares);
    return Fanout.ofParents(seed, column, counts, parents);
  }

  private Association associate(Fanout fanout, int column, int choices, double exponent) {
    Draw draw = new Draw(seed, column, -1);
    return new Association(fanout, new Zipf(draw, choices, exponent), draw);
  }

  /** 96 in 100 genes in none, half of the others in every sample. */
  private static double[] measuredSamples() {
    int all = ExpressionSampleTable.ROWS;
    double[] shares = new double[all + 1];
    shares[0] = 96;
    for (int k = 1; k < all; k++) {
      shares[k] = 2.0 / (all - 1);
    }
    shares[all] = 2;
    return shares;
  }

  long seed() {
    return seed;
  }

  long genes() {
    return genes;
  }

  GeneProducts products() {
    return products;
  }

  /** Genes and the pathways that they take part in. */
  Association pathways() {
    return pathways;
  }

  /** Genes and the data sets that name them. */
  Association dataSets() {
    return dataSets;
  }

  /** Genes, their annotations, and the annotations' terms. */
  Association annotations() {
    return annotations;
  }

  /** Genes, their expression values, and the values' samples. */
  Association expression() {
    return expression;
  }

  /** Proteins, the regions found in them, and the regions' domains. */
  Association regions() {
    return regions;
  }

  /** Genes and the rows that name a homologue of theirs. */
  Fanout homologues() {
    return homologues;
  }

  /** Genes and their cross-references. */
  Fanout crossReferences() {
    return crossReferences;
  }
}
