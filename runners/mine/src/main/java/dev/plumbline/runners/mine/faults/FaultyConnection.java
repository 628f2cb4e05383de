package dev.plumbline.runners.mine.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers the requests of one connection, one after another. */
final class FaultyConnection {

  private final Backend backend;
  private final FaultPlan plan;
  private final FaultLog log;
  private final InputStream in;
  private final Wire wire;

  FaultyConnection(Socket socket, Backend backend, FaultPlan plan, FaultLog log)
      throws IOException {
    this.backend = backend;
    this.plan = plan;
    this.log = log;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.wire = new Wire(socket);
  }

  void serve() throws IOException, InterruptedException {
    boolean open = true;
    try {
      while (open) {
        Optional<RawRequest> request = RawRequest.read(in);
        open = request.isPresent() && answerCounted(request.get()) && request.get().keepAlive();
      }
    } catch (RawRequest.BadRequest e) {
      wire.send(Answer.of(400, "text/plain;charset=UTF-8", "[ERROR] 400 " + e.getMessage()));
    }
  }

  private boolean answerCounted(RawRequest request) throws IOException, InterruptedException {
    log.begun();
    try {
      return answer(request);
    } finally {
      log.ended();
    }
  }

  /** Whether the connection can be used again. */
  private boolean answer(RawRequest request) throws IOException, InterruptedException {
    FaultTarget asked = FaultTarget.of(request);
    FaultPlan.Fate fate = plan.of(asked, log);
    Thread.sleep(fate.delay().toMillis(), fate.delay().toNanosPart() % 1_000_000);
    try {
      return send(answered(request, asked, fate.asked()), fate.spoilt().orElse(null));
    } catch (IllegalStateException e) {
      wire.send(Answer.of(500, "text/plain;charset=UTF-8", "[ERROR] 500 " + e.getMessage()));
      return true;
    }
  }

  private boolean send(Answer good, @Nullable Fault fault)
      throws IOException, InterruptedException {
    if (fault instanceof Fault.BadSending bad) {
      bad.send(good, wire);
      return false;
    }
    wire.send(fault instanceof Fault.OtherAnswer other ? other.instead(good.plain()) : good);
    return true;
  }

  /** Other rows come under the head of those that were asked for. */
  private Answer answered(RawRequest request, FaultTarget asked, FaultTarget instead)
      throws IOException {
    if (asked.equals(instead)) {
      return backend.answer(request);
    }
    Answer other = backend.answer(request.rows(instead.start(), instead.size()));
    return other.with(PageText.of(other.body()).startingAt(asked.start()).body());
  }
}
