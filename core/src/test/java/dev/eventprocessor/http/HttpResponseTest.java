package dev.eventprocessor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.eventprocessor.InvalidEventException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpResponseTest {

  @Test
  void headersMeanTheSameInAnyCaseAndMayHaveSeveralValues() {
    HttpResponse response =
        HttpResponse.of(200).header("X-Order", "1").header("x-order", "2").header("Vary", "a");

    assertEquals(Map.of("x-order", List.of("1", "2"), "vary", List.of("a")), response.headers());
  }

  @Test
  void everyCookieIsAHeaderOfItsOwn() {
    HttpResponse response =
        HttpResponse.of(200)
            .cookie("a", "1", "Path=/", "HttpOnly")
            .header("Set-Cookie", "b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT");

    assertEquals(
        List.of("a=1; Path=/; HttpOnly", "b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT"),
        response.cookies());
    assertEquals(Map.of(), response.headers());
  }

  @Test
  void aChangeMakesAnotherResponse() {
    HttpResponse first = HttpResponse.of(200);

    first.header("a", "1").cookie("b", "2").body("c");

    assertEquals(Map.of(), first.headers());
    assertEquals(List.of(), first.cookies());
    assertNull(first.body());
  }

  @Test
  void aValueIsAResponse() {
    HttpResponse response = HttpResponse.of(201);

    assertSame(response, HttpResponse.ofValue(response));
    assertEquals(204, HttpResponse.ofValue(null).status());
    assertEquals(200, HttpResponse.ofValue("x").status());
    assertEquals("x", HttpResponse.ofValue("x").body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a:", "a\r\n", "\u00e4", "a\u0000"})
  void aNameThatCouldEndItselfIsRefused(String name) {
    assertThrows(InvalidEventException.class, () -> HttpResponse.of(200).header(name, "x"));
    assertThrows(InvalidEventException.class, () -> HttpResponse.of(200).cookie(name, "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r\nset-cookie: x=y", "a\u0000", "\u007f"})
  void aValueThatCouldBeginAHeaderIsRefused(String value) {
    assertThrows(InvalidEventException.class, () -> HttpResponse.of(200).header("x", value));
    assertThrows(InvalidEventException.class, () -> HttpResponse.of(200).cookie("x", value));
    assertThrows(InvalidEventException.class, () -> HttpResponse.of(200).cookie("x", "y", value));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 199, 600, -1})
  void onlyAStatusThatEndsARequestIsOne(int status) {
    assertThrows(InvalidEventException.class, () -> HttpResponse.of(status));
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 205, 304})
  void aStatusWithoutBodyHasNone(int status) {
    assertThrows(InvalidEventException.class, () -> HttpResponse.of(status).body("x"));
  }
}
