package dev.plumbline.runners.mine.service;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The tokens by which clients are known. There are no passwords here, so none is right. */
public final class Tokens {

  /** A token that is always valid, for clients that bring one. */
  public static final String FIXED = "plumbline-test-token";

  private static final int MOST_SESSIONS = 10_000;

  private final Set<String> valid = new HashSet<>(Set.of(FIXED));
  private final Deque<String> issued = new ArrayDeque<>();

  /** A new token for an anonymous session; the oldest of very many ends. */
  public synchronized String issue() {
    String token = UUID.randomUUID().toString().replace("-", "");
    valid.add(token);
    issued.addLast(token);
    if (issued.size() > MOST_SESSIONS) {
      valid.remove(issued.removeFirst());
    }
    return token;
  }

  /**
   * Whether a request comes with a token; the parameter wins over the header.
   *
   * @return false for a request that brings nothing
   * @throws ServiceRefused with status 401 if what it brings is not valid
   */
  public boolean authenticate(ServiceRequest request) {
    String token = request.parameter("token");
    String header = request.authorization();
    if (token.isEmpty() && header.isEmpty()) {
      return false;
    }
    check(token.isEmpty() ? ofHeader(header) : token);
    return true;
  }

  private synchronized void check(String token) {
    if (!valid.contains(token)) {
      throw unauthorized("This token is not a valid access key: " + token);
    }
  }

  private static String ofHeader(String header) {
    for (String scheme : new String[] {"Token ", "Bearer "}) {
      if (header.startsWith(scheme)) {
        return header.substring(scheme.length());
      }
    }
    String encoded = header.startsWith("Basic ") ? header.substring("Basic ".length()) : header;
    return ofBasic(decoded(encoded));
  }

  /** A user without a password is a token. */
  private static String ofBasic(String credentials) {
    int colon = credentials.indexOf(':');
    if (colon < 0) {
      throw unauthorized(
          "Invalid request authentication. Authorization field contains invalid value. Decoded"
              + " authorization value: "
              + credentials);
    }
    if (colon < credentials.length() - 1) {
      throw unauthorized("Unknown username: " + credentials.substring(0, colon));
    }
    return credentials.substring(0, colon);
  }

  private static String decoded(String encoded) {
    try {
      return new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw unauthorized("Invalid request authentication. The Authorization field is not Base64.");
    }
  }

  private static ServiceRefused unauthorized(String message) {
    return new ServiceRefused(401, message);
  }
}
