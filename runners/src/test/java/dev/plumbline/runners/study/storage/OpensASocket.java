package dev.plumbline.runners.study.storage;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A JVM that speaks to itself over the loopback interface, as a run with a local mine does. */
public final class OpensASocket {
  private OpensASocket() {}

  public static void main(String[] args) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      new Socket(server.getInetAddress(), server.getLocalPort()).close();
    }
  }
}
