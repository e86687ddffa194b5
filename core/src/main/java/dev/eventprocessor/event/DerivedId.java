package dev.eventprocessor.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** An id made of fields: the first half of their SHA-256, in hexadecimal digits. Stateless. */
final class DerivedId {

  private static final String DIGITS = "0123456789abcdef";

  private static final int BYTES = 16;

  private DerivedId() {}

  /** Null when one of the fields is. Fields are told apart: "a", "bc" is not "ab", "c". */
  static @Nullable String of(@Nullable String... fields) {
    StringBuilder text = new StringBuilder();
    for (@Nullable String field : fields) {
      if (field == null) {
        return null;
      }
      text.append(field.length()).append(':').append(field);
    }
    byte[] digest = sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    StringBuilder id = new StringBuilder(2 * BYTES);
    for (int i = 0; i < BYTES; i++) {
      id.append(DIGITS.charAt((digest[i] >> 4) & 0xf)).append(DIGITS.charAt(digest[i] & 0xf));
    }
    return id.toString();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
