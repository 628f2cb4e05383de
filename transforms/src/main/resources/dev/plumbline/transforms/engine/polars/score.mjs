// {"files": [path], "key", "base", "edge": {"name", "type"}, "limit", "number"}: the relation of Score.java. The
// join also takes {"into": path}; the sums take the {"files"} of such a relation alone.
//
// All in SQL: nodejs-polars takes milliseconds to make one expression, and a statement of any length no longer.

import { cells, figures, sql, table, write } from './frames.mjs';

/** A cell's number, unless its type has none. */
function number(cell, type, form) {
  switch (type) {
    case 'int64':
    case 'double':
      return `CAST(${cell} AS DOUBLE)`;
    case 'decimal': // straight to a double it would be rounded twice
      return `CAST(CAST(${cell} AS VARCHAR) AS DOUBLE)`;
    case 'string':
      return `CAST(CASE WHEN REGEXP_LIKE(${cell}, '\\A(?:${form})\\z') THEN ${cell} END AS DOUBLE)`;
    default:
      return 'CAST(NULL AS DOUBLE)';
  }
}

/** A side's thousandths, and 1 for each number that is out of range. */
const thousandths = (side, limit) => `
  CAST(CASE WHEN ABS(${side}) < ${limit} THEN FLOOR(${side} * 1000.0 + 0.5) END AS BIGINT) AS ${side},
  CAST(${side} IS NOT NULL AND NOT ABS(${side}) < ${limit} AS BIGINT) AS ${side}_out`;

// Int64 sums would wrap in silence; in 128 bits they cannot, and the strict cast back finds those beyond.
const grouped = (side) => `
  SELECT key, CAST(COUNT(*) AS BIGINT) AS ${side}_rows, CAST(COUNT(${side}) AS BIGINT) AS n,
    SUM(CAST(${side} AS INT128)) AS sum, SUM(${side}_out) AS ${side}_out
  FROM numbers GROUP BY key`;

const averaged = (side) => `
  SELECT key, ${side}_rows, ${side}_out,
    CASE WHEN n > 0 THEN CAST(CAST(sum AS BIGINT) AS DOUBLE) / (CAST(n AS DOUBLE) * 1000.0) END AS ${side}_avg
  FROM ${side}_sums`;

async function joined({ files, key, base, edge, limit: text, number: form }) {
  const limit = Number(text).toFixed(1); // Polars' SQL knows no exponents
  const source = await cells(table(files), [key, base, edge]);
  return sql(
    source,
    `WITH
      parsed AS (SELECT c0 AS key, ${number('c1', base.type, form)} AS base, ${number('c2', edge.type, form)} AS edge FROM source),
      numbers AS (SELECT key, ${thousandths('base', limit)}, ${thousandths('edge', limit)} FROM parsed),
      base_sums AS (${grouped('base')}),
      edge_sums AS (${grouped('edge')}),
      base AS (${averaged('base')}),
      edge AS (${averaged('edge')})
    SELECT COALESCE(base.key, edge.key) AS key, base_rows, edge_rows, base_avg, edge_avg, base_out, edge_out,
      COALESCE(base_avg, 0.0) + COALESCE(edge_avg, 0.0) AS score
    FROM base FULL JOIN edge ON base.key = edge.key`,
  );
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

const summed = `CAST(COUNT(*) AS BIGINT) AS key_count,
  COALESCE(SUM(base_rows), 0) AS base_rows_sum, COALESCE(SUM(edge_rows), 0) AS edge_rows_sum,
  COALESCE(SUM(CAST(FLOOR(score * 1000000.0 + 0.5) AS INT128)), 0) AS score_sum`;

const outOfRange = 'SUM(base_out) + SUM(edge_out) AS numbers_out_of_range';

export const analytics = (request) =>
  orOverflow(async () =>
    figures(
      sql(
        await joined(request),
        `SELECT ${summed}, ${outOfRange} FROM source`,
      ),
    ),
  );

/** The relation, written. It is held meanwhile, since two things are asked of it; its rows are keys. */
export const join = (request) =>
  orOverflow(async () => {
    const relation = (await (await joined(request)).collect()).lazy();
    const columns = 'key, base_rows, edge_rows, base_avg, edge_avg, score';
    const sorted = sql(
      relation,
      `SELECT ${columns} FROM source ORDER BY key ASC NULLS LAST, base_rows ASC NULLS LAST`,
    );
    const written = await write(sorted, request.into);
    return { ...written, ...(await figures(sql(relation, `SELECT ${outOfRange} FROM source`))) };
  });

export const sums = async ({ files }) => figures(sql(table(files), `SELECT ${summed} FROM source`));
