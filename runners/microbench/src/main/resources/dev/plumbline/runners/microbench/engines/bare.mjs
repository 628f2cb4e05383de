// The works of the Polars worker with nothing around them: node bare.mjs FOLDER, FOLDER being where the worker is
// installed. One request a line on standard input, as the worker takes it; for each a line {"nanos", "figures"}.

import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const folder = pathToFileURL(process.argv[2] + '/');
const { scan } = await import(new URL('scan.mjs', folder));
const { analytics, join } = await import(new URL('score.mjs', folder));
const { canonicalJoin } = await import(new URL('canonical.mjs', folder));
const works = { scan, analytics, join, canonical_join: canonicalJoin };

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const start = process.hrtime.bigint();
  const figures = await works[request.work](request);
  const nanos = process.hrtime.bigint() - start;
  process.stdout.write(JSON.stringify({ nanos: String(nanos), figures }) + '\n');
}
