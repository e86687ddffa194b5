package dev.eventprocessor.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payload, and what is said of it. Immutable, but for the bytes, which nobody changes. */
final class Payload {

  private final byte[] bytes;
  private final Told told;

  Payload(byte[] bytes, Told told) {
    this.bytes = bytes;
    this.told = told;
  }

  /**
   * What the user says of a payload.
   *
   * @param cloud the cloud that sent it; null where the payload has to say that
   * @param form how it is wrapped, for example {@code cloudevent-binary}; null where it shows
   * @param bindings which triggers Azure's values are bound to
   * @param encoding what Azure's values are
   */
  record Told(
      @Nullable CloudName cloud,
      @Nullable String form,
      List<BindingType> bindings,
      Encoding encoding) {}

  /** What a custom handler's payload holds where the function would be given bytes. */
  enum Encoding {
    /** The values are what they are. */
    PLAIN,
    /** Texts are bytes in base64. */
    BASE64
  }

  /** As they came. */
  byte[] bytes() {
    return bytes;
  }

  Told told() {
    return told;
  }

  /** The cloud that was told, else the one that the payload shows. */
  CloudName sender() {
    return told.cloud() == null ? CloudName.of(bytes) : told.cloud();
  }
}
