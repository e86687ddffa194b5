package dev.eventprocessor.spi;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;

/**
 * What a platform can send of what a response may have.
 *
 * @param name for messages
 * @param cookies how many {@code Set-Cookie} headers a response may have
 * @param text the most bytes that a body of text may have in UTF-8; {@link #STREAMED} where bodies
 *     are written as they come
 * @param bytes the same for a body of bytes, which some platforms want in base64
 */
public record HttpPlatform(String name, int cookies, int text, int bytes) {

  /** Bodies of any size, written as they come. */
  public static final int STREAMED = Integer.MAX_VALUE;

  /** One that sends whatever a response has. */
  public static HttpPlatform ofEverything(String name) {
    return new HttpPlatform(name, Integer.MAX_VALUE, STREAMED, STREAMED);
  }

  /** Whether bodies are written as they come. */
  boolean isStreaming() {
    return bytes == STREAMED;
  }

  /** {@code response-unsupported}, for a body that has more than so many bytes. */
  public InvalidEventException tooLarge(int most) {
    return new InvalidEventException(
        ErrorId.RESPONSE_UNSUPPORTED,
        "The response's body has more than "
            + most
            + " bytes, the most that "
            + name
            + " can send. Send a part of it, or put it into a bucket and answer with its address.");
  }
}
