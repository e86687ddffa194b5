package dev.eventprocessor.aws;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The triggers that carry an HTTP request, and those that ask whether it is allowed, by their
 * markers. Null where none is known.
 */
final class HttpTriggers {

  private HttpTriggers() {}

  static @Nullable LambdaSource sourceOf(Map<?, ?> event) {
    if (event.get("raw_path") instanceof String && event.containsKey("query_string_parameters")) {
      return new HttpSource("aws.vpc-lattice-v1", HttpShape.LATTICE_V1);
    }
    boolean named = Markers.isText(event, "methodArn") || Markers.isText(event, "routeArn");
    if (named && "TOKEN".equals(event.get("type"))) {
      return new AuthorizerSource("aws.apigw-authorizer-token");
    }
    if (named && "REQUEST".equals(event.get("type"))) {
      return new AuthorizerSource("aws.apigw-authorizer-request");
    }
    return event.get("requestContext") instanceof Map<?, ?> context
        ? sourceOf(event, context)
        : null;
  }

  private static @Nullable LambdaSource sourceOf(Map<?, ?> event, Map<?, ?> context) {
    if (context.get("elb") instanceof Map<?, ?>) {
      return new HttpSource("aws.alb", HttpShape.ALB);
    }
    if (Markers.isText(context, "connectionId") && Markers.isText(context, "eventType")) {
      return new HttpSource("aws.apigw-websocket", HttpShape.WEBSOCKET);
    }
    if ("2.0".equals(event.get("version"))) {
      return ofVersion2(context);
    }
    if (Markers.isText(event, "httpMethod") && !event.containsKey("actionGroup")) {
      return new HttpSource("aws.apigw-rest", HttpShape.V1);
    }
    return Markers.isText(event, "authorizationToken") && Markers.isText(context, "apiId")
        ? new AuthorizerSource("aws.appsync-authorizer")
        : null;
  }

  /** A function URL is told by the domain that it is called at. */
  private static @Nullable LambdaSource ofVersion2(Map<?, ?> context) {
    if (context.get("http") instanceof Map<?, ?>) {
      boolean url =
          context.get("domainName") instanceof String domain && domain.contains(".lambda-url.");
      return new HttpSource(url ? "aws.function-url" : "aws.apigw-http", HttpShape.V2);
    }
    return Markers.isText(context, "serviceNetworkArn")
        ? new HttpSource("aws.vpc-lattice-v2", HttpShape.LATTICE_V2)
        : null;
  }
}
