package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Lambda authorizers of API Gateway and AppSync ("Use API Gateway Lambda authorizers", and
 * "Control access to HTTP APIs with AWS Lambda authorizers", API Gateway Developer Guide;
 * "AWS_LAMBDA authorization", AppSync Developer Guide). A map that the processor returns is the
 * answer; {@code true} allows what was asked for, and everything else, nothing included, denies it.
 */
final class AuthorizerSource implements LambdaSource {

  private final String trigger;

  AuthorizerSource(String trigger) {
    this.trigger = trigger;
  }

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    Fields request = Fields.of(payload, "authorizer request");
    @Nullable String method = request.text("methodArn");
    @Nullable String arn = method == null ? request.text("routeArn") : method;
    @Nullable Fields requestContext = request.fields("requestContext");
    PortableEvent event =
        PortableEvent.of(Kind.AUTH, "aws", trigger)
            .put("id", requestContext == null ? null : requestContext.text("requestId"))
            .put("source", arn)
            .content(Content.of(payload));
    if (arn != null) {
      event.resource("id", arn);
    }
    @Nullable Object value = Runs.answer(processor, event.build(payload), context);
    return value instanceof Map<?, ?> map ? map : answer(request, arn, Boolean.TRUE.equals(value));
  }

  /** AppSync and payload version 2.0 take a simple answer, all others want a policy. */
  private Map<String, Object> answer(Fields request, @Nullable String arn, boolean allowed) {
    if (arn == null || "2.0".equals(request.map().get("version"))) {
      return Map.of("isAuthorized", allowed);
    }
    Map<String, Object> statement =
        Map.of(
            "Action", "execute-api:Invoke", "Effect", allowed ? "Allow" : "Deny", "Resource", arn);
    return Map.of(
        "principalId",
        "caller",
        "policyDocument",
        Map.of("Version", "2012-10-17", "Statement", List.of(statement)));
  }
}
