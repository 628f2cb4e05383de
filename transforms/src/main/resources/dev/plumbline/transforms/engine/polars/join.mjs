// {"base", "edge_one", "edge_two", "into": path}: the joined relation of CanonicalTables.java.

import pl from 'nodejs-polars';
import { table, write } from './frames.mjs';

const names = ['base', 'edge_one', 'edge_two'];

export function join(request) {
  // Only null keys are in more than one row. Their order is that of the tables; the last one's place is null.
  const tables = names.map((name, i) =>
    table([request[name]]).select(
      ['key', name].map((column) => pl.col(column)),
      ...(i < names.length - 1 ? [pl.lit(i).alias(`place_${i}`)] : []),
    ),
  );
  const place = pl.col('place_0').fillNull(pl.col('place_1'));
  const sorted = tables
    .reduce((left, right) => left.join(right, { on: 'key', how: 'full', coalesce: true }))
    .sort([pl.col('key'), place], false, true)
    .select(['key', ...names].map((name) => pl.col(name)));
  return write(sorted, request.into);
}
