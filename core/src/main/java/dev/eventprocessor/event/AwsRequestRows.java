package dev.eventprocessor.event;

import java.util.List;

/** The capabilities of AWS Lambda's triggers that ask something and wait for the answer. */
final class AwsRequestRows {

  private static final String[] COGNITO = {
    "presignup",
    "postconfirmation",
    "preauthentication",
    "postauthentication",
    "custommessage",
    "pretokengen",
    "usermigration",
    "defineauth",
    "createauth",
    "verifyauth",
    "customsender",
    "inboundfederation"
  };

  /** Those whose events have the payload as their data and nothing else. */
  private static final String[] PLAIN = {
    "appsync-batch",
    "appsync-resolver",
    "appsync-events",
    "cognito-sync",
    "codepipeline",
    "connect",
    "connect-campaigns",
    "lex-v1",
    "lex-v2",
    "bedrock-agent",
    "alexa-skill",
    "cloudwatch-dashboard"
  };

  /** As above, with an id. */
  private static final String[] PLAIN_WITH_ID = {
    "s3-object-lambda", "cloudformation", "config-rule", "secrets-rotation", "codedeploy-hook"
  };

  private AwsRequestRows() {}

  static void addTo(List<Capabilities> all) {
    addHttp(all);
    addAuth(all);
    all.add(
        Capabilities.row("aws.s3-batch", Kind.INVOKE)
            .always("id", "source", "subject", "delivery.index", "delivery.size")
            .data("")
            .always("object.bucket", "object.key", "resource.name")
            .when("version 1.0 of the invocation schema", "resource.id")
            .when("the ARN says it", "resource.region", "resource.account")
            .when("the manifest names a version", "object.version")
            .end());
    for (String name : PLAIN) {
      all.add(plain(name, Kind.INVOKE).end());
    }
    for (String name : PLAIN_WITH_ID) {
      all.add(plain(name, Kind.INVOKE).always("id").end());
    }
    for (String name : List.of("pipes-batch", "lambda-destination", "iot-button", "iot-1click")) {
      all.add(plain(name, Kind.BUS).end());
    }
    all.add(plain("direct", Kind.INVOKE).always("resource.id", "resource.name").end());
  }

  private static void addHttp(List<Capabilities> all) {
    all.add(router("apigw-rest").always("http.route").end());
    all.add(
        router("apigw-http")
            .always("http.rawquery")
            .when("the route is not the default", "http.route")
            .end());
    all.add(router("function-url").always("http.rawquery").end());
    all.add(
        gateway("apigw-websocket")
            .always("type", "subject", "http.route", "http.connection")
            .when("the message has a content type", "datacontenttype")
            .when("hand-made events", "http.method", "http.path", "http.rawpath")
            .end());
    all.add(balancer("alb").always("source", "resource.id", "resource.name").end());
    all.add(balancer("vpc-lattice-v1").when("the path has a query", "http.rawquery").end());
    all.add(
        balancer("vpc-lattice-v2")
            .always("source", "resource.id", "resource.name")
            .when("the service has an auth policy", "http.principal")
            .end());
    all.add(
        Capabilities.row("aws.cloudfront", Kind.HTTP)
            .data("the request has a body that is included")
            .when("the payload has a configuration", "id", "source", "type", "resource.id")
            .when(
                "the payload has the request",
                "http.method",
                "http.path",
                "http.rawpath",
                "subject")
            .when("the payload has the request", "http.query", "http.headers", "http.cookies")
            .when("the request has it", "http.rawquery", "http.host", "http.remoteip")
            .when("the body is included and typed", "datacontenttype")
            .end());
  }

  private static Capabilities.Row http(String name) {
    return Capabilities.row("aws." + name, Kind.HTTP)
        .data("the request has a body")
        .always("http.query", "http.headers", "http.cookies")
        .when("the request has the header", "http.host")
        .when("the gateway knows it", "http.remoteip");
  }

  private static Capabilities.Row gateway(String name) {
    return http(name)
        .always("id")
        .when(
            "the gateway sends it",
            "http.stage",
            "source",
            "resource.id",
            "time",
            "http.protocol",
            "resource.account")
        .when("the request has the header", "http.scheme", "tracestate")
        .when("the request or the gateway has it", "traceparent")
        .when("the route has an authorizer", "http.principal");
  }

  /** A gateway that takes requests by method and path. */
  private static Capabilities.Row router(String name) {
    return gateway(name)
        .always("http.method", "http.path", "http.rawpath", "subject", "http.pathparams")
        .when("the request has a body", "datacontenttype");
  }

  private static Capabilities.Row balancer(String name) {
    return http(name)
        .always("http.method", "http.path", "http.rawpath", "subject")
        .when("the request has the header", "http.scheme", "tracestate")
        .when("the request or the gateway has it", "traceparent")
        .when("the service has an ARN", "resource.region", "resource.account")
        .when("the request has a body", "datacontenttype");
  }

  private static void addAuth(List<Capabilities> all) {
    for (String name : COGNITO) {
      all.add(
          Capabilities.row("aws.cognito-" + name, Kind.AUTH)
              .always("source", "type", "resource.id", "resource.region")
              .data("")
              .when("the user has a name already", "subject")
              .end());
    }
    all.add(plain("apigw-authorizer-token", Kind.AUTH).always("source", "resource.id").end());
    all.add(
        plain("apigw-authorizer-request", Kind.AUTH).always("id", "source", "resource.id").end());
    all.add(plain("appsync-authorizer", Kind.AUTH).always("id").end());
    for (String name : List.of("transfer-idp", "iot-authorizer", "iot-preprovision")) {
      all.add(plain(name, Kind.AUTH).end());
    }
    all.add(plain("clientvpn", Kind.AUTH).always("id").end());
  }

  private static Capabilities.Row plain(String name, Kind kind) {
    return Capabilities.row("aws." + name, kind).always("data");
  }
}
