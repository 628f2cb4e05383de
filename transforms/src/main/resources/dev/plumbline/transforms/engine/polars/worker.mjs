// Works on Parquet files with Polars, for as long as its standard input is open.
// One request a line there, one answer a line on standard output, in the same order, both JSON; int64 are texts.
//   request: {"id", "work", what the work needs}
//   answer:  {"id", "error" or "figures": {name: integer}, "wall_ns", "cpu_us", "peak_rss_bytes", "node", "polars"}
// The first line is an answer to no request, with id "0": Polars is loaded.

import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import pl from 'nodejs-polars';
import { canonicalJoin } from './canonical.mjs';
import { load } from './load.mjs';
import { scan } from './scan.mjs';
import { analytics, join, sums } from './score.mjs';

const works = { scan, load, join, sums, analytics, canonical_join: canonicalJoin };
const longestError = 2000;

function startPeak() {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Not Linux, or not allowed: then the peak is that of the whole process.
  }
}

function peakRssBytes() {
  try {
    return 1024 * Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

/** The error in one line, without the cell that it may be about. */
const firstLine = (error) =>
  String(error?.message ?? error)
    .replace(/could not parse `[\s\S]*?` as dtype/, 'could not parse a cell as')
    .split('\n')[0]
    .slice(0, longestError);

async function answer(id, work) {
  startPeak();
  const start = process.hrtime.bigint();
  const startCpu = process.cpuUsage();
  let outcome;
  try {
    outcome = { figures: await work() };
  } catch (error) {
    outcome = { error: firstLine(error) };
  }
  const cpu = process.cpuUsage(startCpu);
  const said = {
    id,
    ...outcome,
    wall_ns: String(process.hrtime.bigint() - start),
    cpu_us: String(cpu.user + cpu.system),
    peak_rss_bytes: String(peakRssBytes()),
    node: process.versions.node,
    polars: pl.version,
  };
  process.stdout.write(JSON.stringify(said) + '\n');
}

let last = answer('0', async () => ({}));
let waiting = 0;

createInterface({ input: process.stdin }).on('line', (line) => {
  const request = JSON.parse(line);
  waiting++;
  last = last.then(() => answer(request.id, () => works[request.work](request))).finally(() => waiting--);
});

// Whoever asked is gone. An orderly exit would wait for Polars' threads.
process.stdin.on('end', () => {
  if (waiting > 0) {
    process.kill(process.pid, 'SIGKILL');
  }
});
