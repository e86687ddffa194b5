package dev.eventprocessor.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the user says of payloads. */
final class PayloadOptions {

  @Option(
      names = "--cloud",
      paramLabel = "CLOUD",
      defaultValue = "auto",
      description = "Who sends it: aws, gcp, azure, or auto, which goes by the payload's marks.")
  private String cloud = "auto";

  @Option(
      names = "--binding",
      paramLabel = "NAME=TYPE",
      description =
          "Which trigger a value in Azure's {\"Data\": {NAME: ...}} is bound to: servicebus,"
              + " servicebusTopic, queue, eventhub, eventgrid, blob, cosmosdb, kafka, timer, http."
              + " What the function's annotation names may follow: servicebusTopic:TOPIC/SUBSCRIPTION.")
  private List<String> bindings = new ArrayList<>();

  @Option(
      names = "--form",
      paramLabel = "FORM",
      description =
          "How Google's payload is wrapped where that does not show: cloudevent-structured,"
              + " gcf-legacy or pubsub-push.")
  private @Nullable String form;

  @Option(
      names = "--bytes",
      description = "Texts in Azure's Data are bytes in base64, as with dataType = \"binary\".")
  private boolean bytes;

  Payload payload(byte[] content) {
    return new Payload(
        content, new Payload.Told(CloudName.named(cloud), form, types(bindings), encoding(bytes)));
  }

  /**
   * A case's payload, of which the case may say more than the options do.
   *
   * @throws InputException when the case has no payload, or says what is not known
   */
  Payload payload(Members testCase) {
    byte @Nullable [] content = testCase.content("payload");
    if (content == null) {
      throw new InputException("The case has no \"payload\".");
    }
    @Nullable String sender = testCase.text("cloud");
    if (sender == null && testCase.has("cloud")) {
      throw new InputException("The case's \"cloud\" is no text. Say " + CloudName.POSSIBLE + ".");
    }
    @Nullable String wrapping = testCase.text("form");
    @Nullable String type = testCase.text("data_type");
    List<String> bound = CaseBindings.of(testCase);
    return new Payload(
        content,
        new Payload.Told(
            CloudName.named(sender == null ? cloud : sender),
            wrapping == null ? form : wrapping,
            types(bound.isEmpty() ? bindings : bound),
            encoding(type == null ? bytes : type.endsWith("bytes"))));
  }

  private static List<BindingType> types(List<String> texts) {
    List<BindingType> types = new ArrayList<>(texts.size());
    for (String text : texts) {
      types.add(BindingType.parse(text));
    }
    return types;
  }

  private static Payload.Encoding encoding(boolean areBytes) {
    return areBytes ? Payload.Encoding.BASE64 : Payload.Encoding.PLAIN;
  }
}
