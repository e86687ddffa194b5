package dev.eventprocessor.azure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.contract.HttpApplication;
import dev.eventprocessor.fakes.azure.FakeExecutionContext;
import dev.eventprocessor.fakes.azure.FakeHttpRequestMessage;
import dev.eventprocessor.fakes.azure.FakeHttpResponseMessage;
import dev.eventprocessor.spi.Applications;
import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that cannot be handed to a processor. */
class HttpRefusalTest {

  private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff};

  @Test
  void bytesThatBecameTextInAnotherCharsetAreRefusedThoughTheyLeftNoMark() {
    String text = new String(PICTURE, ISO_8859_1);

    InvalidEventException refused =
        assertThrows(
            InvalidEventException.class, () -> data(text, "application/octet-stream", ISO_8859_1));

    assertEquals(ErrorId.REQUEST_UNSUPPORTED, refused.id());
    assertThrows(
        InvalidEventException.class,
        () -> data(new String(PICTURE, UTF_8), "application/octet-stream", UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/octet-stream", "image/svg"})
  void whatIsTheSameInEveryCharsetIsBytes(String type) {
    assertArrayEquals(new byte[] {'a', 0, 127}, (byte[]) data("a\u0000\u007f", type, ISO_8859_1));
    assertArrayEquals("\u00e4".getBytes(UTF_8), (byte[]) data("\u00e4", type, UTF_8));
  }

  @Test
  void textIsTheHostsInWhicheverCharsetTheWorkerReadsBytes() {
    assertEquals("h\u00e4", data("h\u00e4", "text/plain", ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "HEAD"})
  void aPageOfAnotherOriginMayReadThatItsRequestIsRefused(String method) {
    AzureApplication application = new AzureApplication(Applications.build(new HttpApplication()));
    FakeHttpRequestMessage request =
        new FakeHttpRequestMessage(
            method,
            "https://a.example/x",
            Map.of("content-type", "image/png", "origin", "https://shop.example"),
            new String(PICTURE, UTF_8));

    FakeHttpResponseMessage response =
        (FakeHttpResponseMessage) application.answer(request, new FakeExecutionContext());

    assertEquals(415, response.getStatusCode());
    assertEquals("https://shop.example", response.headers().get("access-control-allow-origin"));
    assertEquals(method.equals("HEAD"), response.getBody() == null);
  }

  private static Object data(String body, String type, Charset charset) {
    FakeHttpRequestMessage request =
        new FakeHttpRequestMessage(
            "POST", "https://a.example/x", Map.of("content-type", type), body);
    Bound bound = Binding.http(request).whole(Call.of(new FakeExecutionContext()));
    return new HttpSource(charset).event(bound).build(Map.of()).get("data");
  }
}
