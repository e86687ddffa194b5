package dev.eventprocessor.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A block of internet addresses, as {@code 10.0.0.0/8}: those that share its first bits. */
public final class AddressBlock {

  private static final byte NO_DIGIT = -1;

  private final byte[] base;
  private final int bits;

  private AddressBlock(byte[] base, int bits) {
    this.base = base;
    this.bits = bits;
  }

  /** Reads an address, a slash and the number of leading bits; null for what is none. */
  public static @Nullable AddressBlock parse(String text) {
    int slash = text.indexOf('/');
    byte @Nullable [] base = slash < 0 ? null : IpAddresses.parse(text.substring(0, slash));
    int bits = base == null ? -1 : number(text, slash + 1);
    return base == null || bits < 0 || bits > base.length * 8 ? null : new AddressBlock(base, bits);
  }

  private static int number(String text, int from) {
    int value = from < text.length() && text.length() - from <= 3 ? 0 : -1;
    for (int i = from; i < text.length() && value >= 0; i++) {
      int digit = text.charAt(i) - '0';
      value = digit < 0 || digit > 9 ? -1 : value * 10 + digit;
    }
    return value;
  }

  /** Whether the block is one address. */
  public boolean isSingle() {
    return bits == base.length * 8;
  }

  /** Whether the text is an address of this block's family that lies in it. */
  public boolean contains(String text) {
    byte @Nullable [] address = IpAddresses.parse(text);
    return address != null && address.length == base.length && sharesBits(address);
  }

  private boolean sharesBits(byte[] address) {
    int whole = bits / 8;
    for (int i = 0; i < whole; i++) {
      if (address[i] != base[i]) {
        return false;
      }
    }
    int rest = bits % 8;
    return rest == 0 || (address[whole] ^ base[whole]) >> (8 - rest) == 0;
  }

  /**
   * Whether the hexadecimal digits of the address lie between those of the block's first and last
   * one as far as either goes, whatever the two families are. That is what EventBridge's engine
   * asks: {@code a00::1} is in {@code 10.0.0.0/8}.
   */
  public boolean containsDigits(String text) {
    byte @Nullable [] address = IpAddresses.parse(text);
    if (address == null) {
      return false;
    }
    byte[] digits = new byte[address.length * 2];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = (byte) digit(address, i);
    }
    return containsDigits(digits);
  }

  /**
   * The same of a number, whose decimal digits EventBridge's engine takes for an address's: 15 is
   * in {@code 16.0.0.0/4}.
   */
  public boolean containsDigits(Number number) {
    String text = text(number);
    byte[] digits = new byte[text.length()];
    for (int i = 0; i < digits.length; i++) {
      char c = text.charAt(i);
      digits[i] = c >= '0' && c <= '9' ? (byte) (c - '0') : NO_DIGIT;
    }
    return containsDigits(digits);
  }

  /** The text that a number most likely had; a small fraction has an exponent in Java's. */
  private static String text(Number number) {
    if (number instanceof Double small && Math.abs(small) < 1e-3) {
      return small.toString();
    }
    @Nullable BigDecimal exact = Values.exact(number);
    return exact == null ? "" : exact.toString();
  }

  private boolean containsDigits(byte[] digits) {
    boolean aboveFirst = false;
    boolean belowLast = false;
    for (int i = 0; i < base.length * 2; i++) {
      if (i == digits.length || digits[i] == NO_DIGIT) {
        return false;
      }
      int digit = digits[i];
      int first = aboveFirst ? -1 : digit(base, i) & mask(i);
      int last = belowLast ? 16 : digit(base, i) | (~mask(i) & 0xF);
      if (digit < first || digit > last) {
        return false;
      }
      aboveFirst |= digit > first;
      belowLast |= digit < last;
      if (aboveFirst && belowLast) {
        return true;
      }
    }
    return true;
  }

  private static int digit(byte[] bytes, int index) {
    return bytes[index / 2] >> (index % 2 == 0 ? 4 : 0) & 0xF;
  }

  /** Which bits of a digit are fixed. */
  private int mask(int digit) {
    int fixed = Math.max(0, Math.min(4, bits - digit * 4));
    return 0xF << (4 - fixed) & 0xF;
  }
}
