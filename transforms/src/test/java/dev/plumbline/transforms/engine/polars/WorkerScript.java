package dev.plumbline.transforms.engine.polars;

import dev.plumbline.transforms.engine.EngineSettings;
import dev.plumbline.transforms.engine.EngineUnavailable;
import dev.plumbline.transforms.engine.ReadyEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A worker that misbehaves, as a real Node process. The script's functions: {@code ready()} says
 * that it is; {@code asked(f)} calls f for each request; {@code say(id, fields)} answers; {@code
 * firstRun()} is true in the first process that runs the script only.
 */
final class WorkerScript {
  private static final String FUNCTIONS =
      """
      import fs from 'node:fs';
      import { createInterface } from 'node:readline';
      const say = (id, fields) => process.stdout.write(JSON.stringify({
        id, ...fields, wall_ns: '1', cpu_us: '2', peak_rss_bytes: '3', node: '20', polars: '0' }) + '\\n');
      const ready = () => say('0', { figures: {} });
      const asked = (f) => createInterface({ input: process.stdin }).on('line', (line) => f(JSON.parse(line)));
      const firstRun = () => {
        const ran = process.argv[1] + '.ran';
        const first = !fs.existsSync(ran);
        fs.writeFileSync(ran, '');
        return first;
      };
      """;

  private WorkerScript() {}

  /** Polars by such a script; skips the test where there is no Node. */
  static Polars of(Path directory, int timeLimitSeconds, String script) throws IOException {
    try {
      NodeTools.ON_PATH.check(directory);
    } catch (EngineUnavailable e) {
      ReadyEngine.skipOrFail(e);
    }
    Path file = directory.resolve("worker.mjs");
    Files.writeString(file, FUNCTIONS + script);
    return new Polars(
        new EngineSettings(1, "512MB", directory.toString(), timeLimitSeconds), file.toString());
  }
}
