// {"files": [path], "key", "base", "edge": {"name", "type"}, "limit", "number"}: the relation of Score.java. The
// transform also takes {"into": path}.

import pl from 'nodejs-polars';
import { cells, figures, int64, sql, table, write } from './frames.mjs';

const nothing = pl.lit(null);

/** A cell's number, unless its type has none. */
function number(cell, type, form) {
  switch (type) {
    case 'int64':
    case 'double':
      return cell.cast(pl.Float64, true);
    case 'decimal': // straight to a double it would be rounded twice
      return cell.cast(pl.Utf8, true).cast(pl.Float64, true);
    case 'string':
      return pl.when(cell.str.contains(form)).then(cell).otherwise(nothing).cast(pl.Float64, true);
    default:
      return nothing.cast(pl.Float64);
  }
}

/** A side's thousandths, and 1 for each number that is out of range. */
function thousandths(side, limit) {
  const within = pl.col(side).abs().lt(pl.lit(limit));
  const scaled = pl.col(side).mul(pl.lit(1000.0)).plus(pl.lit(0.5)).floor();
  return [
    pl.when(within).then(scaled).otherwise(nothing).cast(pl.Int64, true).alias(side),
    pl.col(side).isNotNull().and(within.not()).cast(pl.Int64).alias(`${side}_out`),
  ];
}

function grouped(source, side) {
  // Int64 sums would wrap in silence; in 128 bits they cannot, and the strict cast back finds those beyond.
  const wide = sql(source, `SELECT key, CAST(${side} AS INT128) AS sum, ${side}_out FROM source`);
  const count = pl.col('count').cast(pl.Float64).mul(pl.lit(1000.0));
  return wide
    .groupBy(['key'], false)
    .agg(
      int64(pl.len()).alias(`${side}_rows`),
      int64(pl.col('sum').count()).alias('count'),
      pl.col('sum').sum(),
      pl.col(`${side}_out`).sum(),
    )
    .select(
      pl.col('key'),
      pl.col(`${side}_rows`),
      pl
        .when(pl.col('count').gt(0))
        .then(pl.col('sum').cast(pl.Int64, true).cast(pl.Float64).div(count))
        .otherwise(nothing)
        .alias(`${side}_avg`),
      pl.col(`${side}_out`),
    );
}

async function joined({ files, key, base, edge, limit, number: form }) {
  const whole = `\\A(?:${form})\\z`;
  const source = (await cells(table(files), [key, base, edge]))
    .select(
      pl.col('c0').alias('key'),
      number(pl.col('c1'), base.type, whole).alias('base'),
      number(pl.col('c2'), edge.type, whole).alias('edge'),
    )
    .select(
      pl.col('key'),
      ...['base', 'edge'].flatMap((side) => thousandths(side, Number(limit))),
    );
  return grouped(source, 'base')
    .join(grouped(source, 'edge'), { on: 'key', how: 'full', coalesce: true })
    .withColumns(pl.col('base_avg').fillNull(pl.lit(0.0)).plus(pl.col('edge_avg').fillNull(pl.lit(0.0))).alias('score'));
}

async function orOverflow(work) {
  try {
    return await work();
  } catch (error) {
    if (String(error?.message).startsWith('conversion from `i128` to `i64` failed')) {
      throw new Error('Overflow: the thousandths of one group sum up to more than an int64 holds');
    }
    throw error;
  }
}

export const analytics = (request) =>
  orOverflow(async () => {
    const score = pl.col('score').mul(pl.lit(1e6)).plus(pl.lit(0.5)).floor().alias('score');
    const relation = (await joined(request)).select(
      ...['base_rows', 'edge_rows', 'base_out', 'edge_out'].map((name) => pl.col(name)),
      score,
    );
    const wide = sql(relation, 'SELECT base_rows, edge_rows, base_out, edge_out, CAST(score AS INT128) AS score FROM source');
    return figures(
      wide.select(
        int64(pl.len()).alias('key_count'),
        pl.col('base_rows').sum().alias('base_rows_sum'),
        pl.col('edge_rows').sum().alias('edge_rows_sum'),
        pl.col('score').sum().alias('score_sum'),
        pl.col('base_out').sum().plus(pl.col('edge_out').sum()).alias('numbers_out_of_range'),
      ),
    );
  });

export const transform = (request) =>
  orOverflow(async () => {
    const columns = ['key', 'base_rows', 'edge_rows', 'base_avg', 'edge_avg', 'score'];
    const sorted = (await joined(request))
      .select(columns.map((name) => pl.col(name)))
      .sort([pl.col('key'), pl.col('base_rows')], false, true);
    return write(sorted, request.into);
  });
