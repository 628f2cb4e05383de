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
};

function csv(path, columns) {
  const schema = Object.fromEntries(columns.map(({ name, type }) => [name, types[type]()]));
  const options = { hasHeader: true, sep: ',', quoteChar: '"', schema, missingUtf8IsEmptyString: false };
  return pl.scanCSV(path, options);
}

/** The same of either form; CSV files do not type their columns. */
export const tableOf = (form, paths, columns) =>
  form === 'csv' ? pl.concat(paths.map((path) => csv(path, columns)), { rechunk: false }) : table(paths);

/** A column by its name; without the detour Polars reads names like `*` and `^a|b$` as patterns. */
export function named(name) {
  const pattern = name === '*' || (name.startsWith('^') && name.endsWith('$'));
  return pl.col(pattern ? `^${name.replace(/[\\^$.*+?()[\]{}|#&~\s-]/g, '\\$&')}$` : name);
}

/** A lazy frame by SQL, for what the expressions of nodejs-polars lack: 128 bits, and the bytes of a text. */
export function sql(frame, select) {
  const selected = new pl.SQLContext({ source: frame }).execute(select);
  if (selected._ldf instanceof Error) {
    throw selected._ldf; // it returns errors instead of throwing them
  }
  return selected;
}

/** The one row of a frame of integers, as texts by name. */
export async function figures(frame) {
  const row = await frame.select(pl.cols(...frame.columns).cast(pl.Utf8, true)).collect();
  return row.toRecords()[0];
}

/** Counts are UInt32 in Polars. */
export const int64 = (count) => count.cast(pl.Int64, true);

/** Writes a frame, in its order, as one zstd Parquet file. */
export async function write(frame, into) {
  const sinkOptions = { syncOnClose: 'none', maintainOrder: true, mkdir: false };
  await frame.sinkParquet(into, { compression: 'zstd', statistics: true, sinkOptions }).collect();
  return figures(file(into).select(int64(pl.len()).alias('rows')));
}
