package dev.eventprocessor.aws;

import dev.eventprocessor.json.Json;
import dev.eventprocessor.spi.HttpAnswer;
import dev.eventprocessor.spi.HttpPlatform;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response as the trigger wants it ("Output format of a Lambda function for proxy integration"
 * and "Lambda function response format", API Gateway Developer Guide; "Lambda functions as
 * targets", Elastic Load Balancing and VPC Lattice). Stateless.
 */
final class HttpAnswerForm {

  private static final String HEADERS = "headers";
  private static final String MANY = "multiValueHeaders";
  private static final String COOKIE = "set-cookie";

  /** 6 MB a response ("Lambda quotas", AWS Lambda Developer Guide); Java's runtime streams none. */
  private static final int MOST = 6 * 1024 * 1024;

  /** 1 MB ("Lambda functions as targets", Elastic Load Balancing). */
  private static final int MOST_OF_BALANCER = 1024 * 1024;

  /** Left of it for the head. */
  private static final int HEAD = 16 * 1024;

  /** The most bytes that JSON makes of a character. */
  private static final int MOST_ESCAPED = 6;

  private HttpAnswerForm() {}

  /** What can be sent in the trigger's form. */
  static HttpPlatform platform(HttpShape shape) {
    boolean balancer = shape == HttpShape.ALB || shape == HttpShape.ALB_LISTS;
    int most = (balancer ? MOST_OF_BALANCER : MOST) - HEAD;
    int cookies = shape == HttpShape.ALB || isLattice(shape) ? 1 : Integer.MAX_VALUE;
    return new HttpPlatform(name(shape), cookies, most, most / 4 * 3);
  }

  private static String name(HttpShape shape) {
    if (shape == HttpShape.ALB) {
      return "a load balancer without multi-value headers";
    }
    return shape == HttpShape.ALB_LISTS
        ? "a load balancer"
        : isLattice(shape) ? "VPC Lattice" : "AWS Lambda";
  }

  /** The response in the trigger's form. */
  static Map<String, Object> of(HttpAnswer answer, HttpShape shape) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("statusCode", answer.status());
    if (shape == HttpShape.ALB || shape == HttpShape.ALB_LISTS || isLattice(shape)) {
      form.put("statusDescription", answer.status() + " " + answer.reason());
    }
    putHeaders(answer, shape, form);
    putBody(answer, form);
    return form;
  }

  private static boolean isLattice(HttpShape shape) {
    return shape == HttpShape.LATTICE_V1 || shape == HttpShape.LATTICE_V2;
  }

  private static void putHeaders(HttpAnswer answer, HttpShape shape, Map<String, Object> form) {
    switch (shape) {
      case V1, WEBSOCKET -> putSplit(answer, form);
      case V2 -> {
        form.put(HEADERS, answer.joinedHeaders());
        if (!answer.cookies().isEmpty()) {
          form.put("cookies", answer.cookies());
        }
      }
      case ALB_LISTS -> form.put(MANY, lists(answer));
      case ALB, LATTICE_V1, LATTICE_V2 -> form.put(HEADERS, answer.singleHeaders());
    }
  }

  /** The gateway joins both maps; the second is there only where it is needed. */
  private static void putSplit(HttpAnswer answer, Map<String, Object> form) {
    Map<String, String> single = new LinkedHashMap<>();
    Map<String, List<String>> many = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> header : lists(answer).entrySet()) {
      if (header.getValue().size() == 1) {
        single.put(header.getKey(), header.getValue().get(0));
      } else {
        many.put(header.getKey(), header.getValue());
      }
    }
    form.put(HEADERS, single);
    if (!many.isEmpty()) {
      form.put(MANY, many);
    }
  }

  private static Map<String, List<String>> lists(HttpAnswer answer) {
    Map<String, List<String>> lists = new LinkedHashMap<>(answer.headers());
    if (!answer.cookies().isEmpty()) {
      lists.put(COOKIE, answer.cookies());
    }
    return lists;
  }

  private static void putBody(HttpAnswer answer, Map<String, Object> form) {
    @Nullable String text = answer.text();
    boolean bytes = answer.hasBody() && text == null;
    String plain = text == null ? "" : text;
    form.put("body", bytes ? Base64.getEncoder().encodeToString(answer.bytes()) : plain);
    form.put("isBase64Encoded", bytes);
  }

  /**
   * Whether a body of text that is small enough by itself is none any more as JSON, where quotes
   * and control characters take more.
   */
  static boolean isTooLarge(HttpAnswer answer, Map<String, Object> form, HttpPlatform platform) {
    @Nullable String text = answer.text();
    return text != null
        && text.length() > platform.text() / MOST_ESCAPED
        && Json.write(form).length > platform.text() + HEAD;
  }
}
