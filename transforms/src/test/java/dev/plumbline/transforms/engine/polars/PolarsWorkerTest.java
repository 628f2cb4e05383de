package dev.plumbline.transforms.engine.polars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.engine.EngineUnavailable;
import dev.plumbline.transforms.table.EngineUse;
import dev.plumbline.transforms.table.TableException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class PolarsWorkerTest {
  private static final WorkerRequest REQUEST =
      new WorkerRequest("counting sheep", "count", json -> json.writeStringField("of", "a\n\"b\""));
  private static final int PATIENT = 60;

  @TempDir Path directory;

  @Test
  void anAnswerIsReadWithItsFiguresAndWhatItTook() throws Exception {
    Polars polars =
        WorkerScript.of(
            directory,
            PATIENT,
            """
            ready();
            asked(({ id, work, of }) => say(id, { figures: {
              sheep: '-170141183460469231731687303715884105728', [`${work} ${of}`]: '0' } }));
            """);

    WorkerAnswer answer = polars.ask(REQUEST);

    assertEquals(
        Map.of(
            "sheep",
            new BigInteger("-170141183460469231731687303715884105728"),
            "count a\n\"b\"",
            BigInteger.ZERO),
        answer.figures());
    assertEquals(new EngineUse(1, 2000, 3), answer.use());
  }

  @Test
  void oneProcessAnswersAllRequests() throws Exception {
    Polars polars =
        WorkerScript.of(
            directory,
            PATIENT,
            "ready(); asked(({ id }) => say(id, { figures: { pid: String(process.pid) } }));");

    BigInteger first = polars.ask(REQUEST).figure("pid");

    assertEquals(first, polars.ask(REQUEST).figure("pid"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          console.error('first'); console.error('no more'); process.exit(3) \
          | died with exit code 3, its last words: no more
          process.exit(0)                        | died with exit code 0
          process.kill(process.pid, 'SIGKILL')   | died with exit code 137 (signal 9)
          process.kill(process.pid, 'SIGSEGV')   | died with exit code 139 (signal 11)
          process.stdout.write('{"id"', () => process.exit(4))       | died with exit code 4
          process.stdout.write('hello\\n')       | printed a line of 5 bytes that is no answer
          process.stdout.write('\\n')            | printed a line of 0 bytes that is no answer
          process.stdout.write('{}\\n')          | printed a line of 2 bytes that is no answer
          process.stdout.write('[1]\\n')         | printed a line of 3 bytes that is no answer
          process.stdout.write('{"id":1}\\n')    | printed a line of 8 bytes that is no answer
          process.stdout.write('\\uD83C\\n')     | printed a line of 3 bytes that is no answer
          say(id, {})                            | that is no answer
          say(id, { figures: {}, error: 'x' })   | that is no answer
          say(id, { figures: { n: 1 } })         | that is no answer
          say(id, { figures: { n: '1.5' } })     | that is no answer
          say(id, { figures: { n: null } })      | that is no answer
          say('0', { figures: {} })              | answered request 0 instead of 1
          process.stdout.write('x'.repeat(1 << 21))                  | printed a line of more than 1048576 bytes
          process.stdout.write('x'.repeat(1048577) + '\\n')          | printed a line of more than 1048576 bytes
          fs.closeSync(1); setInterval(() => 0, 1000)                | broke off without ending
          """)
  void aWorkerThatDiesOrTalksRubbishIsNamedAndReplaced(String deed, String said) throws Exception {
    Polars polars =
        WorkerScript.of(
            directory,
            PATIENT,
            """
            ready();
            const first = firstRun();
            asked(({ id }) => { if (first) { %s; } else { say(id, { figures: { ok: '1' } }); } });
            """
                .formatted(deed));

    TableException failed = assertThrows(TableException.class, () -> polars.ask(REQUEST));

    assertTrue(
        failed.getMessage().startsWith("counting sheep: the polars worker "), failed.getMessage());
    assertTrue(failed.getMessage().contains(said), failed.getMessage());
    assertEquals(BigInteger.ONE, polars.ask(REQUEST).figure("ok"));
  }

  @Test
  void aWorkerThatHangsIsKilledAndReplaced() throws Exception {
    Polars polars =
        WorkerScript.of(
            directory,
            2,
            """
            ready();
            const first = firstRun();
            asked(({ id }) => {
              if (first) {
                fs.writeFileSync(process.argv[1] + '.pid', String(process.pid));
                for (;;);
              }
              say(id, { figures: { ok: '1' } });
            });
            """);
    TableException failed = assertThrows(TableException.class, () -> polars.ask(REQUEST));

    assertEquals(
        "counting sheep: the polars worker gave no answer within 2 s, and was killed",
        failed.getMessage());
    long hanging = Long.parseLong(Files.readString(directory.resolve("worker.mjs.pid")));
    ProcessHandle.of(hanging).ifPresent(process -> process.onExit().join());
    assertEquals(BigInteger.ONE, polars.ask(REQUEST).figure("ok"));
  }

  @Test
  void aWorkerThatDoesNotReadALongRequestIsKilled() throws Exception {
    Polars polars = WorkerScript.of(directory, 2, "ready(); setInterval(() => 0, 1000);");
    WorkerRequest request =
        new WorkerRequest(
            "counting", "count", json -> json.writeStringField("of", "x".repeat(10_000_000)));

    TableException failed = assertThrows(TableException.class, () -> polars.ask(request));

    assertTrue(failed.getMessage().contains("gave no answer within 2 s"), failed.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          setInterval(() => 0, 1000)         | gave no answer within 2 s, and was killed
          throw new Error('I am unwell')     | died with exit code 1
          say('7', { figures: {} })          | answered request 7 instead of 0
          import './not-there.mjs'           | died with exit code 1
          """)
  void aWorkerThatDoesNotGetReadyIsUnavailable(String deed, String said) throws Exception {
    Polars polars = WorkerScript.of(directory, 2, deed + ";");

    EngineUnavailable failed = assertThrows(EngineUnavailable.class, polars::start);
    TableException asked = assertThrows(TableException.class, () -> polars.ask(REQUEST));

    assertTrue(failed.getMessage().startsWith("The polars worker, as 'node " + directory));
    assertTrue(failed.getMessage().contains(said), failed.getMessage());
    assertTrue(asked.getMessage().startsWith("counting sheep: The polars worker, as 'node "));
  }

  @Test
  void aWorkerThatTalksMuchOnStandardErrorIsNotHeldUp() throws Exception {
    Polars polars =
        WorkerScript.of(
            directory,
            PATIENT,
            """
            ready();
            asked(({ id }) => {
              fs.writeSync(2, 'x'.repeat(1000) + '\\n');
              for (let i = 0; i < 5000; i++) fs.writeSync(2, 'x'.repeat(1000));
              say(id, { figures: { ok: '1' } });
            });
            """);

    assertEquals(BigInteger.ONE, polars.ask(REQUEST).figure("ok"));
  }

  @Test
  void anErrorOfTheWorkItselfKeepsTheProcess() throws Exception {
    Polars polars =
        WorkerScript.of(
            directory,
            PATIENT,
            "ready(); asked(({ id }) => say(id, { error: 'no sheep in ' + process.pid }));");

    TableException failed = assertThrows(TableException.class, () -> polars.ask(REQUEST));
    TableException again = assertThrows(TableException.class, () -> polars.ask(REQUEST));

    assertTrue(failed.getMessage().startsWith("counting sheep: no sheep in "));
    assertEquals(failed.getMessage(), again.getMessage());
  }

  @Test
  void anIdleWorkerEndsWhenAnotherStarts() throws Exception {
    String answering =
        "ready(); asked(({ id }) => say(id, { figures: { pid: String(process.pid) } }));";
    Polars one = WorkerScript.of(directory, PATIENT, answering);
    Polars two = WorkerScript.of(directory, PATIENT + 1, answering);
    long idle = one.ask(REQUEST).figure("pid").longValueExact();

    two.ask(REQUEST);

    ProcessHandle.of(idle).ifPresent(process -> process.onExit().join());
    assertTrue(one.ask(REQUEST).figure("pid").longValueExact() != idle);
  }
}
