package dev.eventprocessor.spi;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Collects a body, and no more of it than a platform can send. Not thread-safe. */
final class BoundedBytes extends OutputStream {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final HttpPlatform platform;
  private final int most;
  private boolean tooMany;

  BoundedBytes(HttpPlatform platform) {
    this.platform = platform;
    this.most = Math.max(platform.text(), platform.bytes());
  }

  @Override
  public void write(int b) {
    require(1);
    bytes.write(b);
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    require(length);
    bytes.write(from, offset, length);
  }

  private void require(int more) {
    if (tooMany || more > most - bytes.size()) {
      tooMany = true;
      throw platform.tooLarge(most);
    }
  }

  /** All of it, also where the writer went on after it was told to stop. */
  byte[] all() {
    require(0);
    return bytes.toByteArray();
  }
}
