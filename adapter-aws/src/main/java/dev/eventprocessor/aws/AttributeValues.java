package dev.eventprocessor.aws;

import dev.eventprocessor.spi.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB's attribute values as plain ones: numbers exact, sets as lists, binary values as bytes
 * ("AttributeValue", DynamoDB Streams API Reference). Stateless.
 */
final class AttributeValues {

  private static final String FORM = "one of S, N, B, BOOL, NULL, M, L, SS, NS and BS";

  private static final String ONE_TYPE = "one type with its value";

  private AttributeValues() {}

  /** An item's attributes. */
  static Map<String, @Nullable Object> plain(Fields item) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    for (String name : item.map().keySet()) {
      Fields attribute = item.requiredFields(name);
      if (attribute.map().size() != 1) {
        throw item.wrong(name, ONE_TYPE);
      }
      plain.put(name, value(attribute));
    }
    return plain;
  }

  private static @Nullable Object value(Fields attribute) {
    String type = attribute.map().keySet().iterator().next();
    return switch (type) {
      case "S" -> attribute.requiredText(type);
      case "N" -> number(attribute, type);
      case "B" -> attribute.bytes(type);
      case "BOOL" -> attribute.flag(type);
      case "NULL" -> null;
      case "M" -> plain(attribute.requiredFields(type));
      case "L" -> list(attribute);
      case "SS" -> attribute.texts(type);
      case "NS", "BS" -> set(attribute, type);
      default -> throw attribute.wrong(type, FORM);
    };
  }

  private static Object number(Fields attribute, String key) {
    @Nullable BigDecimal number = attribute.decimal(key);
    if (number == null) {
      throw attribute.wrong(key, "a number");
    }
    long digits = (long) number.precision() - number.scale(); // An int would overflow.
    boolean isLong = number.scale() <= 0 && digits <= 18;
    return isLong ? (Object) number.longValue() : number;
  }

  private static List<@Nullable Object> list(Fields attribute) {
    int size = attribute.list("L").size();
    List<@Nullable Object> plain = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Fields element = attribute.element("L", i);
      if (element.map().size() != 1) {
        throw attribute.wrong("L", "a list of one type with its value each");
      }
      plain.add(value(element));
    }
    return plain;
  }

  private static List<Object> set(Fields attribute, String type) {
    List<Object> plain = new ArrayList<>();
    for (String element : attribute.texts(type)) {
      Fields alone = Fields.of(Map.of(type, element), "DynamoDB set");
      byte @Nullable [] bytes = type.equals("BS") ? alone.bytes(type) : null;
      plain.add(bytes == null ? number(alone, type) : bytes);
    }
    return plain;
  }
}
