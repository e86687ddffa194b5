package dev.eventprocessor.cli;

import static dev.eventprocessor.Filters.eq;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.http.HttpBody;
import dev.eventprocessor.http.HttpResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A function on Google Cloud whose body breaks on its way. */
class FrameworkFunctionTest {

  @TestFactory
  Stream<DynamicTest> aBodyThatFailsAfterItsFirstByteBreaksTheConnectionAndKeepsTheOutcomes() {
    return Stream.of(
            new IOException("the source ended"),
            new IllegalStateException("no more"),
            new InterruptedException("undeclared"),
            new AssertionError("an error"))
        .map(
            failure ->
                DynamicTest.dynamicTest(
                    failure.getClass().getSimpleName(),
                    () -> {
                      Runner.Run run = new Runner(streaming(failure)).run(request());

                      assertSame(failure, run.answer().failure());
                      assertEquals("The connection is broken off", run.answer().wording());
                      assertEquals(Answer.Fate.FAILED, run.answer().fate());
                      assertEquals(
                          List.of("stream"),
                          run.outcomes().stream().map(Runner.Outcome::processor).toList());
                    }));
  }

  private static ProcessorModule streaming(Throwable failure) {
    return processors ->
        processors
            .on(eq("kind", "http"))
            .named("stream")
            .call(event -> HttpResponse.ok((HttpBody) output -> breakOff(output, failure)));
  }

  private static void breakOff(OutputStream output, Throwable failure) throws IOException {
    output.write('a');
    output.flush();
    FrameworkFunctionTest.<RuntimeException>throwUndeclared(failure);
  }

  @SuppressWarnings("unchecked") // Any throwable passes as an unchecked one.
  private static <T extends Throwable> void throwUndeclared(Throwable failure) throws T {
    throw (T) failure;
  }

  private static Payload request() {
    return new Payload(
        "GET /stream HTTP/1.1\r\nHost: h\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
        new Payload.Told(CloudName.GCP, null, List.of(), Payload.Encoding.PLAIN));
  }
}
