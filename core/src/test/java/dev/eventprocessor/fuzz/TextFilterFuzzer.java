package dev.eventprocessor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.Filter;
import dev.eventprocessor.Filters;
import dev.eventprocessor.internal.LinearRegex;
import dev.eventprocessor.internal.RegexSyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A wildcard, regular expression or address block in the first line, a text in the second. Each is
 * read or refused; what is read accepts the text if its plainest definition does, and takes no long
 * text for too long.
 */
public final class TextFilterFuzzer {

  private static final Set<ErrorId> REFUSALS = Set.of(ErrorId.FILTER_MALFORMED);

  private static final int LONG = 5_000;

  private TextFilterFuzzer() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    check(data);
  }

  /** Whether the first line could be read as one of the three. */
  static boolean check(byte[] data) {
    List<String> lines = Input.lines(data, 2);
    String pattern = Input.text(lines.get(0));
    String text = Input.text(lines.get(1));
    @Nullable Filter wildcard = filter(all -> Filters.wildcard("a", all), pattern, text);
    if (wildcard != null) {
      assertEquals(PlainWildcard.fits(pattern, text), accepts(wildcard, text), "wildcard");
      assertEquals(
          !accepts(wildcard, text),
          accepts(Filters.anythingButWildcard("a", pattern), text),
          "anythingButWildcard");
    }
    @Nullable Filter regex = filter(all -> Filters.matches("a", all), pattern, text);
    if (regex != null) {
      assertAgreesWithJdk(pattern, text);
    }
    @Nullable Filter block = filter(all -> Filters.cidr("a", all), pattern, text);
    return wildcard != null || regex != null || block != null;
  }

  /** A filter of one kind; null where its text is refused. */
  private static @Nullable Filter filter(Make make, String pattern, String text) {
    @Nullable Filter filter = Input.madeOrRefused(() -> make.apply(pattern), REFUSALS);
    if (filter != null) {
      assertEquals(filter, make.apply(pattern));
      assertEquals(filter.hashCode(), make.apply(pattern).hashCode());
      if (!text.isEmpty()) {
        accepts(filter, text.repeat(1 + LONG / text.length()) + "!");
      }
    }
    return filter;
  }

  private interface Make {
    Filter apply(String text);
  }

  private static boolean accepts(Filter filter, String text) {
    return filter.matches(Event.of(Map.of("a", text)));
  }

  private static void assertAgreesWithJdk(String pattern, String text) {
    LinearRegex ours;
    try {
      ours = LinearRegex.compile(pattern);
    } catch (RegexSyntaxException e) {
      throw new AssertionError("accepted, and then refused", e);
    }
    boolean matches = ours.matches(text);
    assertTrue(!matches || text.startsWith(ours.requiredPrefix()), ours::toString);
    boolean anyCase = pattern.startsWith("(?i)");
    int flags = anyCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
    Pattern theirs = Pattern.compile(anyCase ? pattern.substring(4) : pattern, flags);
    try {
      assertEquals(theirs.matcher(new Patience(text)).matches(), matches, "regular expression");
    } catch (Patience.LostException | StackOverflowError e) {
      return; // It goes back and forth for too long, or recurses too deep: no answer.
    }
  }
}
