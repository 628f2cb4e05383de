package dev.plumbline.runners.mine.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Optional;

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
    while (open) {
      Optional<RawRequest> request = RawRequest.read(in);
      open = request.isPresent() && answerCounted(request.get()) && request.get().keepAlive();
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
    Asked asked = Asked.of(request);
    FaultPlan.Fate fate = plan.of(asked, log);
    Thread.sleep(fate.delay().toMillis(), fate.delay().toNanosPart() % 1_000_000);
    Answer good = backend.answer(instead(request, asked, fate.asked()));
    Fault fault = fate.spoilt().orElse(null);
    if (fault instanceof Fault.BadSending bad) {
      bad.send(good, wire);
      return false;
    }
    wire.send(fault instanceof Fault.OtherAnswer other ? other.instead(good) : good);
    return true;
  }

  private static RawRequest instead(RawRequest request, Asked asked, Asked instead) {
    return asked.equals(instead) ? request : request.rows(instead.start(), instead.size());
  }
}
