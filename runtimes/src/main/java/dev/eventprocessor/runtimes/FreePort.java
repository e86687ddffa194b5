package dev.eventprocessor.runtimes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port for a server that has to be told its own. Use port 0 where a server takes it. */
public final class FreePort {

  private FreePort() {}

  /** One that is free on loopback now; whoever is quicker may have it. */
  public static int onLoopback() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("There is no free port on loopback", e);
    }
  }
}
