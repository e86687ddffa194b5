package dev.eventprocessor.internal;

import org.jspecify.annotations.Nullable;

/** One pass over the pattern, which writes the program as it goes. */
final class RegexParser {

  private static final int MAX_STATES = 2000;
  private static final int MAX_COUNT = 1000;
  private static final int MAX_DEPTH = 100;

  private final PatternReader in;
  private final RegexProgram.Builder program = new RegexProgram.Builder();
  private boolean ignoresCase;

  RegexParser(String pattern) {
    this.in = new PatternReader(pattern);
  }

  RegexProgram program() throws RegexSyntaxException {
    ignoresCase = skip("(?i)");
    skip("^");
    alternatives(0);
    if (!in.atEnd()) {
      throw refused(in.at(), "no group is open here. Write \\) for the character itself.");
    }
    return program.build();
  }

  private void alternatives(int depth) throws RegexSyntaxException {
    int from = program.size();
    sequence(depth);
    while (skip("|")) {
      room(in.at() - 1, 2);
      program.beginAlternative(from);
      int second = program.size();
      sequence(depth);
      program.endAlternative(second);
    }
  }

  private void sequence(int depth) throws RegexSyntaxException {
    while (!in.atEnd() && !in.nextIsOneOf("|)") && !in.skipLast('$')) {
      int from = program.size();
      item(depth);
      quantifier(from);
    }
  }

  private void item(int depth) throws RegexSyntaxException {
    int from = in.at();
    if (skip("(")) {
      group(from, depth);
    } else if (skip("[")) {
      read(from, brackets(from));
    } else if (skip(".")) {
      read(from, CodePointSet.WITHIN_LINE);
    } else if (in.nextIsOneOf("*+?{")) {
      throw refused(from, "there is nothing here to repeat. " + in.escapeHint());
    } else if (in.nextIsOneOf("]}")) {
      throw refused(from, "nothing is open here. " + in.escapeHint());
    } else if (in.nextIsOneOf("^$")) {
      throw refused(
          from,
          "a pattern means the whole text; ^ stands only at its very beginning and $ at its very"
              + " end. Leave it out. "
              + in.escapeHint());
    } else {
      @Nullable CodePointSet kind = in.kind();
      read(from, kind == null ? literal(in.character()) : kind);
    }
  }

  private void group(int from, int depth) throws RegexSyntaxException {
    if (depth == MAX_DEPTH) {
      throw refused(from, "groups stand more than " + MAX_DEPTH + " deep. Write fewer.");
    }
    if (!skip("?:") && skip("?")) {
      throw refused(from, unknownGroup());
    }
    alternatives(depth + 1);
    if (!skip(")")) {
      throw refused(
          from, "the group is never closed. Write ) at its end, or \\( for the character.");
    }
  }

  private String unknownGroup() {
    if (skip("=") || skip("!") || skip("<=") || skip("<!")) {
      return "look-around is not known here. Make a second filter of it, and join the two.";
    }
    if (skip("<") || skip("P")) {
      return "groups have no names here. Write (...).";
    }
    return skip(">")
        ? "an atomic group is not known here. Write (...)."
        : "the only flag is (?i), and it stands at the very beginning. For a dot that accepts the"
            + " end of a line, too, write [\\s\\S].";
  }

  private void quantifier(int from) throws RegexSyntaxException {
    int place = in.at();
    if (skip("*")) {
      repeat(place, from, 0, RegexProgram.Builder.UNBOUNDED);
    } else if (skip("+")) {
      repeat(place, from, 1, RegexProgram.Builder.UNBOUNDED);
    } else if (skip("?")) {
      repeat(place, from, 0, 1);
    } else if (skip("{")) {
      counted(place, from);
    }
  }

  private void counted(int place, int from) throws RegexSyntaxException {
    int minimum = count();
    int maximum = minimum;
    if (skip(",")) {
      maximum = skip("}") ? RegexProgram.Builder.UNBOUNDED : count();
    }
    if (maximum != RegexProgram.Builder.UNBOUNDED) {
      if (!skip("}")) {
        throw refused(place, "write {2}, {2,} or {2,5}, or \\{ for the character itself.");
      }
      if (maximum < minimum) {
        throw refused(place, "the second count is less than the first. Change their order.");
      }
    }
    repeat(place, from, minimum, maximum);
  }

  private int count() throws RegexSyntaxException {
    int from = in.at();
    int count = 0;
    while (count <= MAX_COUNT && in.nextIsOneOf("0123456789")) {
      count = 10 * count + in.digit();
    }
    if (in.at() == from) {
      throw refused(
          from, "a count is missing. Write {2}, {2,} or {2,5}, or \\{ for the character.");
    }
    if (count > MAX_COUNT) {
      throw refused(from, "a count is at most " + MAX_COUNT + ".");
    }
    return count;
  }

  private void repeat(int place, int from, int minimum, int maximum) throws RegexSyntaxException {
    boolean lazy = skip("?");
    if (in.nextIsOneOf("*+?{")) {
      throw refused(
          in.at(),
          !lazy && in.nextIsOneOf("+")
              ? "a possessive quantifier is not known here. Leave the + out."
              : "what is repeated already is repeated again. Put it into (?:...).");
    }
    int body = program.size() - from;
    if (body > 0) {
      room(place, program.repeated(from, minimum, maximum) - body);
      program.repeat(from, minimum, maximum);
    }
  }

  private CodePointSet brackets(int from) throws RegexSyntaxException {
    boolean negated = skip("^");
    CodePointSet.Builder set = new CodePointSet.Builder();
    do {
      if (in.atEnd()) {
        throw refused(from, "the bracket is never closed. Write ] at its end, or \\[ for one.");
      }
      range(set);
    } while (!skip("]"));
    return negated ? set.build().negate() : set.build();
  }

  /** One part of what stands in brackets. */
  private void range(CodePointSet.Builder set) throws RegexSyntaxException {
    int from = in.at();
    if (in.nextIsOneOf("[]") || in.nextIs("&&")) {
      throw refused(from, "this means nothing within brackets. " + in.escapeHint());
    }
    @Nullable CodePointSet kind = in.kind();
    if (kind != null) {
      set.addAll(kind);
      return;
    }
    int first = in.character();
    int last = !in.nextIs("-]") && skip("-") ? rangeEnd() : first;
    if (last < first) {
      throw refused(from, "the range ends before it begins. Change the order of its ends.");
    }
    add(set, first, last);
  }

  private int rangeEnd() throws RegexSyntaxException {
    int from = in.at();
    if (in.atEnd() || in.nextIs("[") || in.kind() != null) {
      throw refused(from, "a range ends with one character. Write \\- for a hyphen.");
    }
    return in.character();
  }

  private CodePointSet literal(int codePoint) {
    return ignoresCase
        ? new CodePointSet.Builder().addFolded(codePoint, codePoint).build()
        : CodePointSet.of(codePoint);
  }

  private void add(CodePointSet.Builder set, int first, int last) {
    if (ignoresCase) {
      set.addFolded(first, last);
    } else {
      set.add(first, last);
    }
  }

  private void read(int from, CodePointSet set) throws RegexSyntaxException {
    room(from, 1);
    program.read(set);
  }

  private void room(int place, int states) throws RegexSyntaxException {
    if (states > MAX_STATES - program.size()) {
      throw refused(
          place,
          "with this the pattern becomes larger than "
              + MAX_STATES
              + " states, which every text would pay for. Count less far, or use *.");
    }
  }

  private boolean skip(String next) {
    return in.skip(next);
  }

  private RegexSyntaxException refused(int at, String what) {
    return in.refused(at, what);
  }
}
