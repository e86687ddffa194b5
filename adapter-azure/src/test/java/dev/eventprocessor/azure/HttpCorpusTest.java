package dev.eventprocessor.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.eventprocessor.contract.HttpBytes;
import dev.eventprocessor.contract.HttpDescribed;
import dev.eventprocessor.fakes.azure.FakeExecutionContext;
import dev.eventprocessor.spi.Applications;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every collected request is what its file describes. Parameters of a route are none of a message's
 * in Java, and the query stands in the address.
 */
class HttpCorpusTest {

  private static final Call CALL = Call.of(new FakeExecutionContext());

  private static final AzureApplication APPLICATION =
      new AzureApplication(
          Applications.build(processors -> processors.otherwise().named("all").run(event -> {})));

  static List<Published> requests() throws IOException {
    return Published.all().stream().filter(each -> each.trigger().equals("http")).toList();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void theEventIsTheRequestThatTheFileDescribes(Published published) {
    List<AzureRecord> records = APPLICATION.records(published.bindings().get(0), CALL);

    assertEquals(1, records.size());
    described(published.payload()).assertIs(records.get(0).event());
  }

  private static HttpDescribed described(Object payload) {
    Map<?, ?> data = (Map<?, ?>) ((Map<?, ?>) payload).get("Data");
    Map<String, @Nullable Object> request = new LinkedHashMap<>();
    ((Map<?, ?>) data.values().iterator().next())
        .forEach((name, value) -> request.put(((String) name).toLowerCase(Locale.ROOT), value));
    String url = (String) request.get("url");
    String[] target = url.split("\\?", 2);
    String path = target[0].replaceFirst("^https?://[^/]*", "");
    Map<String, List<String>> headers = new LinkedHashMap<>();
    ((Map<?, ?>) request.get("headers"))
        .forEach((name, value) -> headers.put((String) name, List.of(text(value))));
    String method = (String) request.get("method");
    @Nullable String body = (String) request.get("body");
    return new HttpDescribed(
        method.isEmpty() ? "GET" : method,
        path.isEmpty() ? "/" : path,
        HttpDescribed.parameters(target.length == 1 ? null : target[1]),
        headers,
        body == null ? null : HttpBytes.of(body.getBytes(StandardCharsets.UTF_8)),
        null);
  }

  private static String text(Object value) {
    return value instanceof List<?> list ? (String) list.get(0) : (String) value;
  }
}
