// Files, columns and figures, as all works need them.

import pl from 'nodejs-polars';

const file = (path) => pl.scanParquet(path, { glob: false, hivePartitioning: false });

/** The rows of files, in the order of the files. */
export const table = (paths) => pl.concat(paths.map(file), { rechunk: false });

const types = {
  int64: () => pl.Int64,
  double: () => pl.Float64,
  boolean: () => pl.Bool,
  date: () => pl.Date,
  timestamp: () => pl.Datetime('us'),
  string: () => pl.Utf8,
  decimal: () => pl.Decimal(38, 9), // as DuckDB's
};

function csv(path, columns) {
  const schema = Object.fromEntries(columns.map(({ name, type }) => [name, types[type]()]));
  const options = {
    hasHeader: true,
    sep: ',',
    quoteChar: '"',
    schema,
    missingUtf8IsEmptyString: false,
    ignoreErrors: false, // left to itself it makes null of what it cannot read
  };
  return pl.scanCSV(path.replace(/[*?[]/g, '[$&]'), options); // it takes names for patterns, and cannot be told not to
}

/** The same of either form; CSV files do not type their columns. */
export const tableOf = (form, paths, columns) =>
  form === 'csv' ? pl.concat(paths.map((path) => csv(path, columns)), { rechunk: false }) : table(paths);

/**
 * Columns of a frame under other names, which say where each name stands in the list. All at once, since nodejs-polars
 * takes a millisecond to make an expression, and a table may have thousands of columns; and renamed first, since in
 * expressions Polars takes names like `*` and `^a|b$` for patterns.
 */
function renamed(frame, names) {
  let prefix = 'n';
  while (frame.columns.some((name) => name.startsWith(prefix))) {
    prefix += '_';
  }
  const others = names.map((_, i) => prefix + i);
  const all = frame.rename(Object.fromEntries(names.map((name, i) => [name, others[i]])));
  return [all.select(pl.cols(...others)), others];
}

/** The one type that all widths and dialects of a type have, such as UInt64 or Categorical. */
const casts = { int64: 'BIGINT', double: 'DOUBLE', string: 'VARCHAR', timestamp: 'TIMESTAMP', nanos: 'TIMESTAMP' };
const cast = (cell, type) => (casts[type] ? `CAST(${cell} AS ${casts[type]})` : cell);

async function rejectFinerThanMicros(frame, cell, name) {
  const finer = `SUM(CASE WHEN CAST(${cell} AS BIGINT) % 1000 <> 0 THEN 1 ELSE 0 END) AS finer`;
  if ((await figures(sql(frame, `SELECT ${finer} FROM source`))).finer !== '0') {
    throw new Error(`column '${name}' holds a time finer than a microsecond`);
  }
}

/** Columns {"name", "type"} of a frame as c0, c1 and so on; one may occur twice. Type `nanos` is a timestamp, too. */
export async function cells(frame, columns) {
  const names = [...new Set(columns.map((column) => column.name))];
  const [read, others] = renamed(frame, names);
  const place = new Map(names.map((name, i) => [name, others[i]]));
  for (const { name, type } of columns) {
    if (type === 'nanos') {
      await rejectFinerThanMicros(read, place.get(name), name);
    }
  }
  const select = columns.map(({ name, type }, i) => `${cast(place.get(name), type)} AS c${i}`);
  return sql(read, `SELECT ${select.join(', ')} FROM source`);
}

/**
 * A lazy frame by SQL, of frames by their names: a statement of any length takes nodejs-polars less time than one
 * expression, and knows 128 bits and the bytes of a text.
 */
export function sqlOf(frames, select) {
  const selected = new pl.SQLContext(frames).execute(select);
  if (selected._ldf instanceof Error) {
    throw selected._ldf; // it returns errors instead of throwing them
  }
  return selected;
}

/** The same of one frame, called source. */
export const sql = (frame, select) => sqlOf({ source: frame }, select);

/** The one row of a frame of integers, as texts by name. */
export async function figures(frame) {
  const row = await frame.select(pl.cols(...frame.columns).cast(pl.Utf8, true)).collect();
  return row.toRecords()[0];
}

/** Writes a frame, in its order, as one zstd Parquet file. */
export async function write(frame, into) {
  const sinkOptions = { syncOnClose: 'none', maintainOrder: true, mkdir: false };
  await frame.sinkParquet(into, { compression: 'zstd', statistics: true, sinkOptions }).collect();
  return figures(sql(file(into), 'SELECT COUNT(*) AS rows FROM source'));
}
