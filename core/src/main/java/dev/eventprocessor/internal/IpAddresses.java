package dev.eventprocessor.internal;

import org.jspecify.annotations.Nullable;

/**
 * Reads internet addresses without asking the network: IPv4 as four decimal numbers, IPv6 as RFC
 * 4291 has it in hexadecimal digits and colons.
 */
public final class IpAddresses {

  private IpAddresses() {}

  /** The 4 or 16 bytes of an address; null for what is none. IPv4 in IPv6 becomes IPv4. */
  public static byte @Nullable [] parse(String text) {
    if (text.length() > 64) {
      return null;
    }
    return text.indexOf(':') < 0 ? four(text) : sixteen(text);
  }

  private static byte @Nullable [] four(String text) {
    if (text.length() > 15) {
      return null;
    }
    byte[] bytes = new byte[4];
    int at = 0;
    for (int i = 0; i < 4; i++) {
      int end = i < 3 ? text.indexOf('.', at) : text.length();
      int value = end <= at ? -1 : decimal(text, at, end);
      if (value < 0) {
        return null;
      }
      bytes[i] = (byte) value;
      at = end + 1;
    }
    return bytes;
  }

  private static int decimal(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      value = digit < 0 || digit > 9 ? 256 : value * 10 + digit;
      if (value > 255) {
        return -1;
      }
    }
    return value;
  }

  private static byte @Nullable [] sixteen(String text) {
    int gap = text.indexOf("::");
    byte[] bytes = new byte[16];
    if (gap < 0) {
      return groups(text, 0, text.length(), bytes) == 16 ? unmapped(bytes) : null;
    }
    byte[] tail = new byte[16];
    int before = groups(text, 0, gap, bytes);
    int after = groups(text, gap + 2, text.length(), tail);
    if (before < 0 || after < 0 || before + after > 14) {
      return null;
    }
    System.arraycopy(tail, 0, bytes, 16 - after, after);
    return unmapped(bytes);
  }

  /** How many bytes the groups between two places have; -1 where they are no groups. */
  private static int groups(String text, int from, int to, byte[] bytes) {
    int count = 0;
    int at = from;
    while (at < to) {
      int colon = text.indexOf(':', at);
      int end = colon < 0 || colon > to ? to : colon;
      int value = end == at || count == 16 ? -1 : hexadecimal(text, at, end);
      if (value < 0 || end == to - 1) {
        return -1;
      }
      bytes[count++] = (byte) (value >> 8);
      bytes[count++] = (byte) value;
      at = end + 1;
    }
    return count;
  }

  private static int hexadecimal(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      value = value * 16 + digit;
      if (digit < 0 || value > 0xFFFF) { // Zeros before a group do no harm, as in IPv4.
        return -1;
      }
    }
    return value;
  }

  private static byte[] unmapped(byte[] bytes) {
    for (int i = 0; i < 10; i++) {
      if (bytes[i] != 0) {
        return bytes;
      }
    }
    return bytes[10] == -1 && bytes[11] == -1
        ? new byte[] {bytes[12], bytes[13], bytes[14], bytes[15]}
        : bytes;
  }
}
