package dev.eventprocessor.gcp;

import dev.eventprocessor.contract.HttpBytes;
import dev.eventprocessor.contract.HttpDescribed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every collected request that is no event of another kind is what its file describes. */
class HttpCorpusTest {

  static List<Corpus.Sample> requests() throws IOException {
    return Corpus.samples().stream().filter(sample -> sample.trigger().equals("http")).toList();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void theEventIsTheRequestThatTheFileDescribes(Corpus.Sample sample) {
    Requests requests = new Requests();

    requests.send(sample.request());

    Map<?, ?> json = (Map<?, ?>) sample.payload();
    String[] target = ((String) json.get("url")).split("\\?", 2);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    ((Map<?, ?>) json.get("headers"))
        .forEach((name, value) -> headers.put((String) name, List.of((String) value)));
    byte[] body = ((String) json.get("body")).getBytes(StandardCharsets.UTF_8);
    new HttpDescribed(
            (String) json.get("method"),
            target[0],
            HttpDescribed.parameters(target.length == 1 ? null : target[1]),
            headers,
            HttpBytes.of(body),
            null)
        .assertIs(requests.only());
  }
}
