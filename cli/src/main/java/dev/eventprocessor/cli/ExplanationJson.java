package dev.eventprocessor.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.Explanation;
import dev.eventprocessor.Filter;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes why an event goes where it goes. Stateless. */
final class ExplanationJson {

  private ExplanationJson() {}

  static void write(JsonGenerator json, Event event, Explanation explanation) throws IOException {
    json.writeStartObject();
    EventJson.writeHeadline(json, event);
    json.writeFieldName("runs");
    EventJson.write(json, explanation.runs());
    @Nullable ErrorId error = explanation.error();
    if (error != null) {
      json.writeStringField("throws", error.text());
    }
    json.writeArrayFieldStart("entries");
    for (Explanation.Entry entry : explanation.entries()) {
      writeEntry(json, entry);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeEntry(JsonGenerator json, Explanation.Entry entry) throws IOException {
    json.writeStartObject();
    json.writeStringField("processor", entry.processor());
    json.writeNumberField("rank", entry.rank());
    json.writeStringField("verdict", word(entry.verdict()));
    @Nullable Filter unmet = entry.unmet();
    if (unmet != null) {
      json.writeStringField("unmet", unmet.toString());
    }
    json.writeEndObject();
  }

  /** {@code runs}, {@code passed-over} or {@code not-accepted}. */
  private static String word(Explanation.Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
