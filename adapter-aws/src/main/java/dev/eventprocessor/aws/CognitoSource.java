package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The triggers of Amazon Cognito user pools ("Customizing user pool workflows with Lambda
 * triggers", Cognito Developer Guide). Cognito wants the whole event back: a map that the processor
 * returns is put over its {@code response}; where nothing is returned, Cognito does what it does by
 * default. What is thrown refuses the user.
 */
final class CognitoSource implements LambdaSource {

  private static final String RESPONSE = "response";

  private final String trigger;

  CognitoSource(String trigger) {
    this.trigger = trigger;
  }

  /** The source of this {@code triggerSource}; null where it names none that is documented. */
  static @Nullable LambdaSource of(String triggerSource) {
    int end = triggerSource.indexOf('_');
    @Nullable String name =
        switch (end < 0 ? triggerSource : triggerSource.substring(0, end)) {
          case "PreSignUp" -> "presignup";
          case "PostConfirmation" -> "postconfirmation";
          case "PreAuthentication" -> "preauthentication";
          case "PostAuthentication" -> "postauthentication";
          case "CustomMessage" -> "custommessage";
          case "TokenGeneration", "PreTokenGen" -> "pretokengen";
          case "UserMigration" -> "usermigration";
          case "DefineAuthChallenge" -> "defineauth";
          case "CreateAuthChallenge" -> "createauth";
          case "VerifyAuthChallengeResponse" -> "verifyauth";
          case "CustomEmailSender", "CustomSMSSender" -> "customsender";
          case "InboundFederation" -> "inboundfederation";
          default -> null;
        };
    return name == null ? null : new CognitoSource("aws.cognito-" + name);
  }

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    Fields fields = Fields.of(payload, "Cognito event");
    @Nullable Object request = fields.map().get("request");
    PortableEvent event =
        PortableEvent.of(Kind.AUTH, "aws", trigger)
            .put("source", fields.text("userPoolId"))
            .put("type", "com.amazonaws.cognito." + fields.requiredText("triggerSource"))
            .put("subject", fields.text("userName"))
            .content(request == null ? null : Content.of(request))
            .resource("id", fields.text("userPoolId"))
            .resource("region", fields.text("region"));
    return answer(fields, Runs.answer(processor, event.build(payload), context));
  }

  private static Map<String, @Nullable Object> answer(Fields event, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> returned)) {
      return event.map();
    }
    Map<String, @Nullable Object> response = new LinkedHashMap<>();
    @Nullable Fields before = event.fields(RESPONSE);
    if (before != null) {
      response.putAll(before.map());
    }
    boolean whole = returned.containsKey("triggerSource");
    Map<?, ?> changes = whole ? responseOf(returned) : returned;
    for (Map.Entry<?, ?> change : changes.entrySet()) {
      response.put(String.valueOf(change.getKey()), change.getValue());
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>(event.map());
    answer.put(RESPONSE, response);
    return answer;
  }

  /** Of a whole event that a processor returns; empty where it has none. */
  private static Map<?, ?> responseOf(Map<?, ?> event) {
    return event.get(RESPONSE) instanceof Map<?, ?> response ? response : Map.of();
  }
}
