package dev.eventprocessor.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.testing.RandomCases;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Internet addresses and blocks of them. */
class AddressBlockTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.",
        "1..3.4",
        ".1.2.3",
        "256.1.1.1",
        "1.2.3.-4",
        "1.2.3.4 ",
        "a.b.c.d",
        "١.2.3.4",
        "0000000000010.0.0.1",
        ":",
        ":::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1::2::3",
        "12345::",
        "g::",
        "fe80::1%eth0",
        "1:2:3:4:5:6:7:",
        "1:2:3:4:5:6:7::8",
        "::1.2.3.4",
        "localhost",
        "[::1]"
      })
  void whatIsNoAddressIsNone(String text) {
    assertNull(IpAddresses.parse(text));
  }

  @Test
  void addressesAreReadAsTheJdkReadsThem() {
    RandomCases.check(
        5000,
        random -> {
          byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
          random.nextBytes(bytes);
          for (int i = random.nextInt(16); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = 0;
          }
          String text = InetAddress.getByAddress(bytes).getHostAddress();

          assertArrayEquals(bytes, IpAddresses.parse(text), text);
        });
  }

  @Test
  void groupsOfZerosMayBeLeftOut() {
    assertArrayEquals(IpAddresses.parse("0:0:0:0:0:0:0:1"), IpAddresses.parse("::1"));
    assertArrayEquals(IpAddresses.parse("1:0:0:0:0:0:0:0"), IpAddresses.parse("1::"));
    assertArrayEquals(IpAddresses.parse("1:2:0:0:0:0:7:8"), IpAddresses.parse("1:2::7:8"));
    assertArrayEquals(new byte[16], IpAddresses.parse("::"));
    assertArrayEquals(new byte[] {10, 0, 0, 1}, IpAddresses.parse("::FFFF:0a00:1"));
    assertArrayEquals(new byte[] {10, 0, 0, 1}, IpAddresses.parse("010.0.0.001"));
    assertArrayEquals(IpAddresses.parse("2001:db8::1"), IpAddresses.parse("02001:00000db8::1"));
  }

  @Test
  void whatIsNoBlockIsNone() {
    for (String text :
        List.of(
            "",
            "/",
            "10.0.0.0",
            "10.0.0.0/",
            "10.0.0.0/33",
            "::/129",
            "10.0.0.0/-1",
            "10.0.0.0/1000",
            "10.0.0.0/8/8",
            "10.0.0.0/ 8",
            "x/8")) {
      assertNull(AddressBlock.parse(text), text);
    }
  }

  @Test
  void aBlockHoldsAddressesOfItsFamilyWithTheSameLeadingBits() {
    RandomCases.check(
        5000,
        random -> {
          int length = random.nextBoolean() ? 4 : 16;
          byte[] base = unmapped(random, length);
          int bits = random.nextInt(length * 8 + 1);
          byte[] other = base.clone();
          other[random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
          AddressBlock block = block(base, bits);
          int rest = length * 8 - bits;

          assertTrue(block.contains(text(base)));
          assertEquals(
              new BigInteger(1, base)
                  .shiftRight(rest)
                  .equals(new BigInteger(1, other).shiftRight(rest)),
              block.contains(text(other)),
              () -> text(base) + "/" + bits + " and " + text(other));
          assertEquals(block.contains(text(other)), block.containsDigits(text(other)));
          assertEquals(bits == length * 8, block.isSingle());
        });
  }

  private static byte[] unmapped(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    bytes[0] |= 1; // Otherwise it could be an IPv4 address in IPv6.
    return bytes;
  }

  @Test
  void familiesMeetDigitByDigitOnly() {
    AddressBlock block = block(new byte[] {10, 0, 0, 0}, 8);

    assertFalse(block.contains("a00::1"));
    assertTrue(block.containsDigits("a00::1"));
    assertFalse(block.containsDigits("b00::1"));
    assertFalse(block.containsDigits("host"));
    assertFalse(block.contains("host"));
  }

  @Test
  void theDigitsOfNumbersLieInBlocks() {
    AddressBlock block = block(new byte[] {16, 0, 0, 0}, 4);

    for (Number number : List.of(15, 150L, 15.5, new BigInteger("11000000000000000000000"))) {
      assertTrue(block.containsDigits(number), number::toString);
    }
    for (Number number : List.of(1, 25, -15, 1.5, Double.NaN, Double.POSITIVE_INFINITY)) {
      assertFalse(block.containsDigits(number), number::toString);
    }
  }

  private static AddressBlock block(byte[] base, int bits) {
    AddressBlock block = AddressBlock.parse(text(base) + "/" + bits);
    assertNotNull(block);
    return block;
  }

  private static String text(byte[] address) {
    try {
      return InetAddress.getByAddress(address).getHostAddress();
    } catch (java.net.UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
