package dev.eventprocessor.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;

/** An input that is nearly one of those that are known. */
final class Mutant {

  private static final String CHARACTERS =
      "{}[]():,.\"'\\*?+|^$/%&=;-_ \n0123456789abeE\u00c3\u00a9\u00ff\u0000";

  private Mutant() {}

  /** One of the inputs with a few changes. */
  static byte[] of(List<byte[]> inputs, Random random) {
    StringBuilder bytes = new StringBuilder(one(inputs, random));
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int from = random.nextInt(bytes.length() + 1);
      int to = Math.min(bytes.length(), from + random.nextInt(random.nextInt(4) == 0 ? 40 : 4));
      switch (random.nextInt(5)) {
        case 0 -> bytes.delete(from, to);
        case 1 -> bytes.insert(random.nextInt(bytes.length() + 1), bytes.substring(from, to));
        case 2 -> bytes.insert(from, piece(one(inputs, random), random));
        case 3 -> bytes.insert(from, character(random));
        default -> bytes.replace(from, Math.min(bytes.length(), from + 1), "" + character(random));
      }
    }
    return bytes.toString().getBytes(ISO_8859_1);
  }

  private static String one(List<byte[]> inputs, Random random) {
    return new String(inputs.get(random.nextInt(inputs.size())), ISO_8859_1);
  }

  private static String piece(String of, Random random) {
    int from = random.nextInt(of.length() + 1);
    return of.substring(from, Math.min(of.length(), from + random.nextInt(20)));
  }

  private static char character(Random random) {
    return CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
  }
}
