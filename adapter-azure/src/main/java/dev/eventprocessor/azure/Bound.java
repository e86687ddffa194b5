package dev.eventprocessor.azure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a source reads: one message of a call, with all that was bound for it. Not thread-safe. */
final class Bound {

  private final Common common;
  private final @Nullable Object value;
  private final Metadata metadata;
  private @Nullable Object structure;

  private Bound(Common common, @Nullable Object value, Metadata metadata) {
    this.common = common;
    this.value = value;
    this.metadata = metadata;
  }

  /** The message of a call that has one. */
  static Bound only(Common common, @Nullable Object value) {
    return new Bound(common, value, Metadata.of(common.metadata()));
  }

  /** The messages of a batch; each has its place in the host's parallel arrays. */
  static List<Bound> each(Common common, List<?> values) {
    Map<String, @Nullable Object> read = Metadata.read(common.metadata());
    List<Bound> messages = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      messages.add(new Bound(common, values.get(i), Metadata.of(read, i, values.size())));
    }
    return messages;
  }

  @Nullable Object value() {
    return value;
  }

  /** The value as a list or map where it is JSON of one, else null; read once. */
  @Nullable Object structure() {
    if (structure == null) {
      structure = Body.structure(value);
    }
    return structure;
  }

  Metadata metadata() {
    return metadata;
  }

  /** A fact of the annotation; null where this trigger has none of this name. */
  @Nullable String fact(String name) {
    @Nullable String fact = common.facts().get(name);
    return fact == null ? null : AppSettings.resolve(fact, common.environment());
  }

  Call call() {
    return common.call();
  }

  /** All of it, in the words of the host's custom-handler payload. */
  Map<String, @Nullable Object> raw() {
    Map<String, @Nullable Object> raw = new LinkedHashMap<>(4);
    raw.put("Data", value);
    raw.put("Metadata", common.metadata());
    raw.putAll(common.facts());
    return raw;
  }

  /**
   * What is bound once for all messages of a call.
   *
   * @param metadata the host's, as it was sent
   * @param facts what only the function's own annotation knows
   * @param environment where app settings in facts are looked up
   * @param call what the host says of the call
   */
  record Common(
      Map<String, @Nullable Object> metadata,
      Map<String, String> facts,
      AppSettings.Environment environment,
      Call call) {}
}
