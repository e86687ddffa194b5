package dev.eventprocessor.spi;

import static dev.eventprocessor.spi.Exchanges.assertProblem;
import static dev.eventprocessor.spi.Exchanges.build;
import static dev.eventprocessor.spi.Exchanges.request;
import static dev.eventprocessor.spi.Exchanges.send;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.EventProcessorException;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.RejectException;
import dev.eventprocessor.http.CorsPolicy;
import dev.eventprocessor.http.HttpBody;
import dev.eventprocessor.http.HttpResponse;
import dev.eventprocessor.http.HttpRoute;
import dev.eventprocessor.http.HttpSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Bodies that are written as they come, and how much of a body a platform takes. */
class HttpBodyTest {

  private static final HttpPlatform STREAMING = HttpPlatform.ofEverything("a platform");
  private static final HttpPlatform WHOLE = new HttpPlatform("a platform", 1, 8, 6);

  private static final byte[] ABC_BYTES = {'a', 'b', 'c'};
  private static final HttpBody ABC = out -> out.write(ABC_BYTES);

  @Test
  void whereThePlatformStreamsItIsWrittenWhenThePlatformAsks() throws IOException {
    AtomicInteger written = new AtomicInteger();
    HttpAnswer answer =
        got(
            HttpResponse.ok(
                (HttpBody)
                    out -> {
                      written.incrementAndGet();
                      ABC.writeTo(out);
                    }),
            STREAMING);

    assertTrue(answer.isStreamed());
    assertTrue(answer.hasBody());
    assertEquals(List.of("application/octet-stream"), answer.headers().get("content-type"));
    assertEquals(0, written.get());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    answer.writeTo(out);
    assertArrayEquals(ABC_BYTES, out.toByteArray());
    assertEquals(1, written.get());
  }

  @Test
  void aProcessorMayReturnItAsItIs() {
    HttpAnswer answer =
        send(
            build(HttpSettings.DEFAULT, on -> on.call(event -> ABC), HttpRoute.get("/a")),
            get(),
            WHOLE);

    assertEquals(200, answer.status());
    assertArrayEquals(new byte[] {'a', 'b', 'c'}, answer.bytes());
  }

  @Test
  void elsewhereItIsCollectedAsTextWhereItIsDeclaredToBe() {
    HttpAnswer text = got(HttpResponse.of(200).header("content-type", "text/csv").body(ABC), WHOLE);
    HttpAnswer json =
        got(HttpResponse.of(200).header("content-type", "application/json").body(ABC), WHOLE);
    HttpAnswer bytes = got(HttpResponse.of(200).body(ABC), WHOLE);
    HttpAnswer noText =
        got(
            HttpResponse.of(200).header("content-type", "text/csv").body(out -> out.write(0xff)),
            WHOLE);

    assertFalse(text.isStreamed());
    assertEquals("abc", text.text());
    assertEquals("abc", json.text());
    assertNull(bytes.text());
    assertArrayEquals(new byte[] {'a', 'b', 'c'}, bytes.bytes());
    assertArrayEquals(new byte[] {(byte) 0xff}, noText.bytes());
  }

  @Test
  void whatThePlatformCannotSendIsAFailureThatSaysSoAndIsNotCollectedOn() {
    AtomicInteger chunks = new AtomicInteger();
    HttpAnswer answer =
        got(
            HttpResponse.of(200)
                .body(
                    out -> {
                      for (int i = 0; i < 1000; i++) {
                        out.write(ABC_BYTES);
                        chunks.incrementAndGet();
                      }
                    }),
            WHOLE);

    assertUnsupported(answer);
    assertEquals(2, chunks.get());
  }

  @Test
  void aWriterThatGoesOnAfterItWasStoppedChangesNothing() {
    HttpBody stubborn =
        out -> {
          for (int i = 0; i < 1000; i++) {
            try {
              out.write(ABC_BYTES);
            } catch (RuntimeException ignored) {
              out.write(new byte[0]);
            }
          }
        };

    assertUnsupported(got(HttpResponse.of(200).body(stubborn), WHOLE));
  }

  @Test
  void bodiesThatAreThereAsAWholeHaveTheSameLimit() {
    assertEquals(200, got(HttpResponse.ok("12345678"), WHOLE).status());
    assertUnsupported(got(HttpResponse.ok("123456789"), WHOLE));
    assertUnsupported(got(HttpResponse.ok("\u20ac\u20ac\u20ac"), WHOLE));
    assertEquals(200, got(HttpResponse.ok(new byte[6]), WHOLE).status());
    assertUnsupported(got(HttpResponse.ok(new byte[7]), WHOLE));
  }

  @Test
  void whatItThrowsBeforeItIsSentIsAsThrownByTheProcessor() {
    IOException failure = new IOException("s3cret");
    HttpAnswer failed = got(HttpResponse.of(200).body(out -> fail(failure)), WHOLE);
    HttpAnswer rejected =
        got(HttpResponse.of(200).body(out -> fail(new RejectException("s3cret"))), WHOLE);

    assertProblem(500, "Internal Server Error", failed);
    assertSame(failure, failed.failure());
    assertProblem(422, "Unprocessable Content", rejected);
  }

  @Test
  void whatItThrowsWhileItStreamsPassesThroughAndCanStillBeAnswered() {
    IOException failure = new IOException("s3cret");
    HttpExchange exchange =
        HttpExchange.of(
            application(
                HttpResponse.of(200).body(out -> fail(failure)),
                HttpSettings.DEFAULT.cors(CorsPolicy.ofAnyOrigin())),
            request("GET", "/a", Map.of("origin", List.of("https://a.example"))),
            STREAMING);
    HttpAnswer answer = exchange.answer(Invocation.UNKNOWN);

    assertSame(
        failure,
        assertThrows(IOException.class, () -> answer.writeTo(new ByteArrayOutputStream())));
    HttpAnswer failed = exchange.failed(failure);
    assertProblem(500, "Internal Server Error", failed);
    assertEquals("*", failed.joinedHeaders().get("access-control-allow-origin"));
  }

  @Test
  void headDoesNotWriteIt() {
    HttpResponse response =
        HttpResponse.of(200)
            .header("content-length", "3")
            .body(out -> fail(new AssertionError("written")));
    for (HttpPlatform platform : List.of(STREAMING, WHOLE)) {
      HttpAnswer answer =
          send(
              application(response, HttpSettings.DEFAULT),
              request("HEAD", "/a", Map.of()),
              platform);

      assertEquals(200, answer.status());
      assertFalse(answer.hasBody());
      assertEquals(List.of("3"), answer.headers().get("content-length"));
    }
  }

  @Test
  void moreCookiesThanThePlatformCanSendAreAFailureWithTheHeadersOfThePolicy() {
    HttpAnswer answer =
        send(
            application(
                HttpResponse.of(200).cookie("a", "1").cookie("b", "2"),
                HttpSettings.DEFAULT.cors(CorsPolicy.ofAnyOrigin())),
            request("GET", "/a", Map.of("origin", List.of("https://a.example"))),
            WHOLE);

    assertUnsupported(answer);
    assertEquals(List.of(), answer.cookies());
    assertEquals("*", answer.joinedHeaders().get("access-control-allow-origin"));
  }

  private static void fail(Throwable failure) {
    throw Failures.unchecked(failure);
  }

  private static Event get() {
    return request("GET", "/a", Map.of());
  }

  private static HttpAnswer got(HttpResponse response, HttpPlatform platform) {
    return send(application(response, HttpSettings.DEFAULT), get(), platform);
  }

  private static EventProcessor application(HttpResponse response, HttpSettings settings) {
    return build(settings, on -> on.call(event -> response), HttpRoute.get("/a"));
  }

  private static void assertUnsupported(HttpAnswer answer) {
    assertEquals(500, answer.status());
    assertEquals(ErrorId.RESPONSE_UNSUPPORTED, ((EventProcessorException) answer.failure()).id());
  }
}
