package dev.eventprocessor.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object as they are written. A payload inside of another text reaches the
 * library byte for byte: its numbers keep their form, and its keys may stand twice. Immutable.
 */
final class Members {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final byte[] json;
  private final Map<String, Member> members;
  private final boolean whole;

  private Members(byte[] json, Map<String, Member> members, boolean whole) {
    this.json = json;
    this.members = members;
    this.whole = whole;
  }

  /** Where a member stands; its text where it is one. */
  private record Member(int start, int end, @Nullable String text) {}

  /** The members of an object; null for any other value and for what is not JSON. */
  static @Nullable Members of(byte[] json) {
    Members members = ofBeginning(json);
    return members.whole ? members : null;
  }

  /** The members that stand before the spot from which on the text is no JSON object. */
  static Members ofBeginning(byte[] json) {
    Map<String, Member> members = new LinkedHashMap<>();
    try (JsonParser parser = FACTORY.createParser(json)) {
      boolean whole = parser.nextToken() == JsonToken.START_OBJECT;
      for (String name = parser.nextFieldName(); whole && name != null; ) {
        members.put(name, member(parser, parser.nextToken()));
        name = parser.nextFieldName();
      }
      return new Members(json, members, whole && parser.nextToken() == null);
    } catch (JsonProcessingException notJson) {
      return new Members(json, members, false);
    } catch (IOException e) {
      throw new IllegalStateException("Reading memory does not fail", e);
    }
  }

  /** The members of an object, or of the first object of a list; otherwise as {@link #of}. */
  static @Nullable Members ofFirst(byte[] json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_ARRAY
          || parser.nextToken() != JsonToken.START_OBJECT) {
        return of(json);
      }
      Member first = member(parser, JsonToken.START_OBJECT);
      return of(Arrays.copyOfRange(json, first.start(), first.end()));
    } catch (JsonProcessingException notJson) {
      return null;
    } catch (IOException e) {
      throw new IllegalStateException("Reading memory does not fail", e);
    }
  }

  private static Member member(JsonParser parser, @Nullable JsonToken token) throws IOException {
    int start = (int) parser.currentTokenLocation().getByteOffset();
    @Nullable String text = token == JsonToken.VALUE_STRING ? parser.getText() : null;
    parser.skipChildren();
    return new Member(start, (int) parser.currentLocation().getByteOffset(), text);
  }

  /** Whether the text is one JSON object and nothing else. */
  boolean areWhole() {
    return whole;
  }

  Set<String> names() {
    return members.keySet();
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  /** The member's text; null where it is none. */
  @Nullable String text(String name) {
    @Nullable Member member = members.get(name);
    return member == null ? null : member.text();
  }

  /** The member as it is written; null where there is none. */
  byte @Nullable [] raw(String name) {
    @Nullable Member member = members.get(name);
    return member == null ? null : Arrays.copyOfRange(json, member.start(), member.end());
  }

  /** The member as it is written, or what its text holds: JSON that was put into a text. */
  byte @Nullable [] content(String name) {
    @Nullable String text = text(name);
    return text == null ? raw(name) : text.getBytes(StandardCharsets.UTF_8);
  }
}
