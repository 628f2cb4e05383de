package dev.plumbline.runners.mine.service;

/** A request that the service answers with an error; the message is what the client is shown. */
public final class ServiceRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  /** {@code status} is the HTTP status of the answer. */
  public ServiceRefused(int status, String message) {
    super(message);
    this.status = status;
  }

  /** A refusal of a parameter. */
  public static ServiceRefused badRequest(String message) {
    return new ServiceRefused(400, message);
  }

  /** The HTTP status of the answer. */
  public int status() {
    return status;
  }
}
