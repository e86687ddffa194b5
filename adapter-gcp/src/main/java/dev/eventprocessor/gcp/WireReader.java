package dev.eventprocessor.gcp;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the fields of one protobuf message, in the order in which they came ("Encoding", Protocol
 * Buffers documentation). It never reads beyond the message, and whatever is wrong is a typed error
 * that names the place and the byte, never a value. Not thread-safe.
 *
 * <p>The bytes are shared by the messages inside of a message and not copied.
 */
final class WireReader {

  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED_32 = 5;

  private final byte[] bytes;
  private final String place;
  private final int end;
  private int position;
  private int field;
  private int type;

  private WireReader(byte[] bytes, String place, int position, int end) {
    this.bytes = bytes;
    this.place = place;
    this.position = position;
    this.end = end;
  }

  /**
   * The message that these bytes are.
   *
   * @param place how errors call it
   */
  static WireReader of(byte[] bytes, String place) {
    return new WireReader(bytes, place, 0, bytes.length);
  }

  /** Goes to the next field, which then has to be read or skipped; false at the end. */
  boolean next() {
    if (position == end) {
      return false;
    }
    long tag = anyVarint();
    field = (int) (tag >>> 3);
    type = (int) (tag & 7);
    if (tag >>> 32 != 0 || field == 0) {
      throw malformed("a field has no valid number");
    }
    return true;
  }

  /** The number of the field. */
  int field() {
    return field;
  }

  /** The field as a whole number. */
  long whole() {
    expect(VARINT);
    return anyVarint();
  }

  /** The field as a double. */
  double fraction() {
    expect(FIXED_64);
    int start = take(Long.BYTES);
    long bits = 0;
    for (int i = Long.BYTES - 1; i >= 0; i--) {
      bits = bits << 8 | (bytes[start + i] & 0xFF);
    }
    return Double.longBitsToDouble(bits);
  }

  /** The field as text, which has to be UTF-8. */
  String text() {
    int length = length();
    int start = take(length);
    String text = new String(bytes, start, length, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : strictText(start, length);
  }

  /** The field as bytes, copied. */
  byte[] bytes() {
    int length = length();
    int start = take(length);
    return Arrays.copyOfRange(bytes, start, start + length);
  }

  /** The field as a message at the same place. */
  WireReader message() {
    return message(place);
  }

  /** The field as a message with a place of its own. */
  WireReader message(String name) {
    int length = length();
    int start = take(length);
    return new WireReader(bytes, name, start, start + length);
  }

  /** Goes over a field that is not known here. */
  void skip() {
    switch (type) {
      case VARINT -> anyVarint();
      case FIXED_64 -> take(Long.BYTES);
      case LENGTH -> take(length());
      case FIXED_32 -> take(Integer.BYTES);
      default -> throw malformed("a field is of a kind that proto3 does not have");
    }
  }

  /** What is wrong with this message, at the byte that was reached. */
  InvalidEventException malformed(String what) {
    return FirestoreValues.malformed(
        ErrorId.PAYLOAD_WRONG_SHAPE, what + ", at byte " + position + " in " + place);
  }

  private void expect(int wanted) {
    if (type != wanted) {
      throw malformed("field " + field + " is not of its documented type");
    }
  }

  private int length() {
    expect(LENGTH);
    long length = anyVarint();
    if (length < 0 || length > end - position) {
      throw malformed("a length goes beyond the end");
    }
    return (int) length;
  }

  /** Where so many bytes begin; they are read afterwards. */
  private int take(int length) {
    if (length > end - position) {
      throw malformed("a value goes beyond the end");
    }
    int start = position;
    position += length;
    return start;
  }

  /** At most ten bytes, of which the last holds one bit. */
  private long anyVarint() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = bytes[take(1)];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        if (shift == 63 && next > 1) {
          break;
        }
        return value;
      }
    }
    throw malformed("a number has more than 64 bits");
  }

  /** A replacement character may be the sender's own; bytes that are no text may not pass. */
  private String strictText(int start, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, start, length))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      throw malformed("a text is not UTF-8");
    }
  }
}
