package dev.eventprocessor.contract;

/** A body. Immutable: copies go in and out. */
public final class HttpBytes {

  private final byte[] bytes;

  private HttpBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Keeps a copy. */
  public static HttpBytes of(byte[] bytes) {
    return new HttpBytes(bytes.clone());
  }

  /** A copy. */
  public byte[] get() {
    return bytes.clone();
  }
}
