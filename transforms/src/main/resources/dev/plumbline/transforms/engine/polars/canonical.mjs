// {"base", "edge_one", "edge_two", "into": path}: the joined relation of CanonicalTables.java.

import { sqlOf, table, write } from './frames.mjs';

const names = ['base', 'edge_one', 'edge_two'];

export function canonicalJoin(request) {
  // Only null keys are in more than one row. Their order is that of the tables; the last one's place is null.
  const sorted = sqlOf(
    Object.fromEntries(names.map((name) => [name, table([request[name]])])),
    `WITH
      b AS (SELECT key AS base_key, base, 0 AS base_place FROM base),
      e AS (SELECT key AS edge_key, edge_one, 1 AS edge_place FROM edge_one),
      last AS (SELECT key AS last_key, edge_two FROM edge_two),
      two AS (
        SELECT COALESCE(base_key, edge_key) AS two_key, base, edge_one, COALESCE(base_place, edge_place) AS place
        FROM b FULL JOIN e ON base_key = edge_key),
      three AS (
        SELECT COALESCE(two_key, last_key) AS joined_key, base, edge_one, edge_two, place
        FROM two FULL JOIN last ON two_key = last_key
        ORDER BY joined_key ASC NULLS LAST, place ASC NULLS LAST)
    SELECT joined_key AS key, base, edge_one, edge_two FROM three`,
  );
  return write(sorted, request.into);
}
