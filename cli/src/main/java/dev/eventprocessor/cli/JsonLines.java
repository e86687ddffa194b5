package dev.eventprocessor.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cases, one a line, and their answers, one a line and in the same order. What is wrong with a case
 * is its answer; the cases behind it are answered all the same. Not thread-safe.
 */
final class JsonLines {

  private static final long SECOND = 1_000_000_000L;

  private final Terminal terminal;
  private final Question question;
  private final ByteArrayOutputStream answer = new ByteArrayOutputStream(4096);
  private long lines;
  private long told = System.nanoTime();

  JsonLines(Terminal terminal, Question question) {
    this.terminal = terminal;
    this.question = question;
  }

  /** What is asked of each case. */
  interface Question {
    /**
     * Writes the members of the answer, but for {@code id}.
     *
     * @throws RuntimeException what is wrong with the case
     */
    void answer(Members testCase, JsonGenerator json) throws IOException;
  }

  /** Answers every line of the stream; empty lines are no cases. */
  void run(InputStream input) throws IOException {
    LineReader reader = new LineReader(input, terminal.out()::flush);
    for (byte[] line = reader.next(); line != null; line = reader.next()) {
      lines++;
      if (!isBlank(line)) {
        answer(line, reader.wasTooLong());
        answer.write('\n');
        terminal.out().write(answer.toByteArray());
      }
      tellProgress();
    }
    if (terminal.progress() == Terminal.Progress.SHOWN) {
      terminal.err().print("\r" + " ".repeat(30) + "\r");
    }
  }

  private void answer(byte[] line, boolean wasTooLong) throws IOException {
    Members testCase = Members.ofBeginning(line);
    try {
      if (wasTooLong || !testCase.areWhole()) {
        throw new InputException(
            "Line "
                + lines
                + (wasTooLong
                    ? " is longer than " + LineReader.LONGEST + " bytes, the most that is read."
                    : " is no JSON object in UTF-8. Write one case a line."));
      }
      write(testCase, json -> question.answer(testCase, json));
    } catch (RuntimeException | StackOverflowError wrong) {
      write(testCase, json -> EventJson.writeFault(json, Fault.of(wrong)));
    }
  }

  private void write(Members testCase, EventJson.Body body) throws IOException {
    answer.reset();
    try (JsonGenerator json = EventJson.generator(answer)) {
      json.writeStartObject();
      byte @Nullable [] id = testCase.raw("id");
      if (id != null) {
        json.writeFieldName("id");
        json.writeRawValue(new String(id, StandardCharsets.UTF_8));
      }
      body.write(json);
      json.writeEndObject();
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private void tellProgress() {
    if (terminal.progress() == Terminal.Progress.SHOWN && System.nanoTime() - told > SECOND) {
      told = System.nanoTime();
      terminal.err().print("\r" + lines + " cases ...");
    }
  }
}
