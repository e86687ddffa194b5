package dev.eventprocessor.runtimes.azure.worker;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.microsoft.azure.functions.ExecutionContext;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A function's method, found at load; how its parameters are bound at each call. */
final class LoadedFunction {

  private static final Gson GSON = new GsonBuilder().serializeNulls().create();
  private static final String BINDING_NAME = "com.microsoft.azure.functions.annotation.BindingName";

  private final Class<?> type;
  private final Method method;
  private final String trigger;

  private LoadedFunction(Class<?> type, Method method, String trigger) {
    this.type = type;
    this.method = method;
    this.trigger = trigger;
  }

  /** Finds the method by its name alone; static initialisers do not run yet. */
  static LoadedFunction load(ClassLoader app, String className, String name, String trigger)
      throws ClassNotFoundException, NoSuchMethodException {
    Class<?> type = Class.forName(className, false, app);
    @Nullable Method found = null;
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name) && method.getDeclaringClass() == type) {
        if (found != null) {
          throw new UnsupportedOperationException(
              "Found more than one function with method name " + name + " in class " + className);
        }
        found = method;
      }
    }
    if (found == null) {
      throw new NoSuchMethodException("There is no method " + name + " in class " + className);
    }
    for (Parameter parameter : found.getParameters()) {
      // Where an annotation's own types are missing this is an Error, and the load unanswered.
      parameter.getAnnotations();
    }
    return new LoadedFunction(type, found, trigger);
  }

  /** A new instance for every call. */
  static Object newInstance(Class<?> type) throws Exception {
    try {
      return type.getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("constructor", e.getCause());
    }
  }

  /** Calls the method; what it throws, an {@code Error} too, is the cause of what this throws. */
  @Nullable Object call(Call call, Worker.Instances instances) throws Exception {
    Object instance = instances.of(type);
    Parameter[] parameters = method.getParameters();
    @Nullable Object[] arguments = new @Nullable Object[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      arguments[i] = argument(parameters[i], call);
    }
    return method.invoke(instance, arguments);
  }

  static String json(@Nullable Object returned) {
    return GSON.toJson(returned);
  }

  private @Nullable Object argument(Parameter parameter, Call call) throws Exception {
    if (parameter.getType() == ExecutionContext.class) {
      return call;
    }
    for (Annotation annotation : parameter.getAnnotations()) {
      Class<? extends Annotation> kind = annotation.annotationType();
      if (kind.getName().equals(BINDING_NAME)) {
        String name = (String) kind.getMethod("value").invoke(annotation);
        return metadata(parameter, name, call);
      }
      if (trigger.equals(kind.getMethod("name").invoke(annotation))) {
        return converted(call.kind(), call.value(), parameter.getParameterizedType());
      }
    }
    return null;
  }

  private static @Nullable Object metadata(Parameter parameter, String name, Call call) {
    @Nullable String value = call.metadata().get(name);
    if (value == null) {
      throw new IllegalStateException(
          "Cannot find matched @BindingName of customer function, please check if customer function"
              + " is defined correctly");
    }
    return parameter.getType() == String.class
        ? value
        : GSON.fromJson(value, parameter.getParameterizedType());
  }

  /** Text is no bytes: where they are wanted, the worker reads it as JSON, and fails. */
  private static @Nullable Object converted(ValueKind kind, byte[] value, Type wanted)
      throws IOException {
    return switch (kind) {
      case BYTES -> wanted == byte[].class ? value : ofBytes(value, wanted);
      case TEXT, JSON -> ofText(kind, value, wanted);
      case HTTP -> request(value, wanted);
      case NOTHING -> null;
      case BYTES_LIST -> {
        List<byte[]> list =
            Wire.readBytesList(new DataInputStream(new ByteArrayInputStream(value)));
        yield wanted == byte[][].class ? list.toArray(byte[][]::new) : list;
      }
      case TEXTS -> {
        List<String> texts = Wire.readTexts(new DataInputStream(new ByteArrayInputStream(value)));
        yield wanted == String[].class ? texts.toArray(String[]::new) : texts;
      }
    };
  }

  /** The body becomes what stands in angle brackets behind the parameter's type. */
  private static Request request(byte[] value, Type wanted) throws IOException {
    HttpValue http = HttpValue.read(new DataInputStream(new ByteArrayInputStream(value)));
    Type body = argument(wanted);
    boolean optional = body instanceof ParameterizedType of && of.getRawType() == Optional.class;
    @Nullable Object converted;
    try {
      converted = converted(http.bodyKind(), http.body(), optional ? argument(body) : body);
    } catch (JsonParseException refused) { // The worker's system log has it, and no one else.
      throw new ClassCastException("Cannot convert the request to type " + wanted.getTypeName());
    }
    return new Request(http, optional ? Optional.ofNullable(converted) : converted);
  }

  private static Type argument(Type type) {
    return type instanceof ParameterizedType of ? of.getActualTypeArguments()[0] : Object.class;
  }

  /** Bytes become text in the charset of the JVM, whatever was meant, as in the worker. */
  private static @Nullable Object ofBytes(byte[] value, Type wanted) {
    String text = new String(value, Charset.defaultCharset());
    return wanted == String.class ? text : GSON.fromJson(text, wanted);
  }

  /** Text becomes what it is not by way of JSON, bytes among it, as in the worker. */
  private static @Nullable Object ofText(ValueKind kind, byte[] value, Type wanted) {
    String text = new String(value, StandardCharsets.UTF_8);
    return wanted == String.class || (wanted == Object.class && kind != ValueKind.JSON)
        ? text
        : GSON.fromJson(text, wanted);
  }
}
