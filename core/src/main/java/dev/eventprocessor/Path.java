package dev.eventprocessor;

import dev.eventprocessor.internal.Excerpt;
import dev.eventprocessor.internal.Walk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A way into an event: {@code data.detail.state.value}. Parse it once and keep it; reading splits
 * nothing. Immutable.
 *
 * <p>Steps are joined by dots and need no quoting ({@code data.detail-type}). {@code items[0]} is
 * an element of a list, {@code items[*]} every one of them. {@code ['a.b']} is a key that holds
 * dots, brackets or quotes; a quote inside is doubled. A step that leads nowhere (an absent key, an
 * index out of range, a key of something that is no map) makes the whole path <em>absent</em>; it
 * is never an error.
 */
public final class Path {

  /** What a path reads where there is nothing. Not a value: compare by identity. */
  static final Object ABSENT = Walk.ABSENT;

  private final String text;
  private final Object[] steps;
  private final boolean many;

  private Path(String text, Object[] steps) {
    this.text = text;
    this.steps = steps;
    this.many = hasEach(steps);
  }

  private static boolean hasEach(Object[] steps) {
    for (Object step : steps) {
      if (step == Walk.EACH) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads a path's text.
   *
   * @throws ConfigurationException {@code path-malformed}, naming the place
   */
  public static Path parse(String text) {
    return new Path(text, new Parser(text).steps());
  }

  /** The path whose keys are joined by dots in this name, in which nothing is quoted. */
  static Path ofName(String name) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (from <= name.length()) {
      int dot = name.indexOf('.', from);
      int end = dot < 0 ? name.length() : dot;
      appendKey(text, name.substring(from, end));
      from = end + 1;
    }
    return parse(text.toString());
  }

  private static void appendKey(StringBuilder text, String key) {
    if (key.indexOf('[') < 0) {
      text.append(text.length() == 0 ? "" : ".").append(key);
    } else {
      text.append("['").append(key.replace("'", "''")).append("']");
    }
  }

  /**
   * What the path is made of: a {@code String} for a key, an {@code Integer} for an index, and for
   * {@code [*]} an object of its own that prints so.
   */
  public List<Object> steps() {
    return List.of(steps);
  }

  /** Whether it may lead to several values: it has a {@code [*]}. */
  public boolean isMany() {
    return many;
  }

  /**
   * The value here, {@link #ABSENT} where the path leads nowhere; null is a value. For a path that
   * may lead to several, all of them in a list.
   */
  @Nullable Object read(@Nullable Object from) {
    if (!many) {
      return Walk.read(steps, from);
    }
    List<@Nullable Object> all = new ArrayList<>();
    Walk.any(
        steps,
        from,
        new Predicate<>() {
          @Override
          public boolean test(@Nullable Object found) {
            all.add(found);
            return false;
          }
        });
    return all.isEmpty() ? ABSENT : all;
  }

  /** Whether a value here passes the test; what is absent does not. */
  boolean any(@Nullable Object from, Predicate<@Nullable Object> test) {
    return Walk.any(steps, from, test);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Path path && Arrays.equals(steps, path.steps);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(steps);
  }

  /** The text this path was read from. */
  @Override
  public String toString() {
    return text;
  }

  /** One pass over the text; a path is short, and bad ones are a programmer's to mend. */
  private static final class Parser {
    private final String text;
    private final List<Object> steps = new ArrayList<>();
    private int at;

    Parser(String text) {
      this.text = text;
    }

    Object[] steps() {
      if (!bracketNext()) {
        plainKey();
      }
      while (at < text.length()) {
        if (bracketNext()) {
          bracket();
        } else if (text.charAt(at) == '.') {
          at++;
          plainKey();
        } else {
          throw malformed("expected '.' or '[' after ']'");
        }
      }
      return steps.toArray();
    }

    private boolean bracketNext() {
      return at < text.length() && text.charAt(at) == '[';
    }

    private void plainKey() {
      int from = at;
      while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
        at++;
      }
      steps.add(text.substring(from, at));
    }

    private void bracket() {
      at++;
      if (at < text.length() && text.charAt(at) == '\'') {
        quotedKey();
      } else if (at < text.length() && text.charAt(at) == '*') {
        at++;
        steps.add(Walk.EACH);
      } else {
        index();
      }
      if (at >= text.length() || text.charAt(at) != ']') {
        throw malformed("expected ']'");
      }
      at++;
    }

    private void quotedKey() {
      StringBuilder key = new StringBuilder();
      for (at++; at < text.length(); at++) {
        char c = text.charAt(at);
        if (c == '\'') {
          if (at + 1 >= text.length() || text.charAt(at + 1) != '\'') {
            at++;
            steps.add(key.toString());
            return;
          }
          at++;
        }
        key.append(c);
      }
      throw malformed("the quote is never closed");
    }

    private void index() {
      int from = at;
      int index = 0;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        index = index * 10 + (text.charAt(at) - '0');
        at++;
      }
      if (at == from || at - from > 9) {
        throw malformed("expected an index of 1 to 9 digits, *, or a key in single quotes");
      }
      steps.add(index);
    }

    private ConfigurationException malformed(String what) {
      return new ConfigurationException(
          ErrorId.PATH_MALFORMED,
          "The path \""
              + Excerpt.of(text)
              + "\" cannot be read at character "
              + (at + 1)
              + ": "
              + what
              + ". Write a.b for keys, items[0] for an element, items[*] for every element, ['a.b'] for"
              + " a key that holds dots or brackets.",
          null);
    }
  }
}
