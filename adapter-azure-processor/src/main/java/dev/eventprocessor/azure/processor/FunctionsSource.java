package dev.eventprocessor.azure.processor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;
import org.jspecify.annotations.Nullable;

/** The source text of the class with the {@code @FunctionName} methods. One a class. */
final class FunctionsSource {

  private static final String GENERATOR =
      "dev.eventprocessor.azure.processor.AzureFunctionProcessor";
  private static final String ANNOTATIONS = "com.microsoft.azure.functions.annotation.";

  private final GeneratedClass type;
  private final Elements elements;
  private final Set<String> imports = new TreeSet<>();
  private final StringBuilder text = new StringBuilder();

  FunctionsSource(GeneratedClass type, Elements elements) {
    this.type = type;
    this.elements = elements;
  }

  String of(List<Declaration> functions) {
    imports.add("com.microsoft.azure.functions.ExecutionContext");
    imports.add(ANNOTATIONS + "FunctionName");
    imports.add("dev.eventprocessor.azure.FunctionsEntrypoint");
    imports.add("javax.annotation.processing.Generated");
    for (Declaration function : functions) {
      method(function);
    }
    return head() + text + "}\n";
  }

  private String head() {
    StringBuilder head = new StringBuilder();
    if (!type.packageName().isEmpty()) {
      head.append("package ").append(type.packageName()).append(";\n\n");
    }
    for (String name : imports) {
      head.append("import ").append(name).append(";\n");
    }
    head.append("\n/** The functions that {@code @AzureFunction} declares for ")
        .append(type.declaredBy())
        .append(". */\n@Generated(\"")
        .append(GENERATOR)
        .append("\")\npublic final class ")
        .append(type.name())
        .append(" {\n");
    return head.toString();
  }

  private void method(Declaration function) {
    text.append("\n  @FunctionName(").append(literal(function.name())).append(")\n");
    for (AnnotationMirror retry : function.retries()) {
      annotation(retry, "  ", null);
      text.append('\n');
    }
    boolean answered = function.shape().isAnswered();
    text.append(answered ? "  public HttpResponseMessage " : "  public void ");
    text.append(FunctionNames.methodName(function.name())).append("(\n");
    @Nullable String dataType = function.shape().isBinary() ? "binary" : null;
    annotation(function.triggerMirror(), "      ", dataType);
    text.append("\n          ").append(function.shape().type()).append(' ');
    text.append(function.parameter()).append(",\n");
    for (Metadata metadata : function.metadata()) {
      bound(metadata);
    }
    text.append("      ExecutionContext context) {\n");
    if (answered) {
      answer(function);
    } else {
      run(function);
    }
  }

  private void answer(Declaration function) {
    imports.add("com.microsoft.azure.functions.HttpRequestMessage");
    imports.add("com.microsoft.azure.functions.HttpResponseMessage");
    imports.add("java.util.Optional");
    text.append("    return FunctionsEntrypoint.answer(")
        .append(function.parameter())
        .append(", context);\n  }\n");
  }

  private void run(Declaration function) {
    imports.add("dev.eventprocessor.azure.Binding");
    boolean plain = function.metadata().isEmpty();
    text.append("    FunctionsEntrypoint.run(");
    text.append(plain ? "" : "\n        ");
    binding(function);
    text.append(plain ? ", " : ",\n        ").append("context);\n  }\n");
  }

  private void bound(Metadata metadata) {
    imports.add(ANNOTATIONS + "BindingName");
    if (metadata.type().startsWith("List")) {
      imports.add("java.util.List");
    }
    text.append("      @BindingName(")
        .append(literal(metadata.name()))
        .append(") ")
        .append(metadata.type())
        .append(' ')
        .append(metadata.parameter())
        .append(",\n");
  }

  private void binding(Declaration function) {
    text.append("Binding.").append(function.shape().factory()).append('(');
    for (String fact : function.trigger().facts()) {
      text.append(literal(attribute(function.triggerMirror(), fact))).append(", ");
    }
    text.append(function.parameter()).append(')');
    for (Metadata metadata : function.metadata()) {
      text.append("\n            .metadata(")
          .append(literal(metadata.name()))
          .append(", ")
          .append(metadata.parameter())
          .append(')');
    }
  }

  private void annotation(AnnotationMirror mirror, String indent, @Nullable String dataType) {
    text.append(indent).append('@').append(simple(mirror.getAnnotationType().toString()));
    String open = "(\n";
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      String name = entry.getKey().getSimpleName().toString();
      if (!name.equals("dataType")) { // It follows from the method.
        attribute(open, indent, name, value(entry.getValue()));
        open = ",\n";
      }
    }
    if (dataType != null) {
      attribute(open, indent, "dataType", literal(dataType));
    }
    text.append(')');
  }

  private void attribute(String open, String indent, String name, String value) {
    text.append(open).append(indent).append("    ").append(name).append(" = ").append(value);
  }

  private String value(AnnotationValue value) {
    return value.accept(new ValueText(), null);
  }

  /** Imports the type and says it in short. */
  private String simple(String fullName) {
    imports.add(fullName);
    return fullName.substring(fullName.lastIndexOf('.') + 1);
  }

  private String literal(Object constant) {
    return elements.getConstantExpression(constant);
  }

  private String attribute(AnnotationMirror mirror, String name) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        elements.getElementValuesWithDefaults(mirror).entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        return entry.getValue().getValue().toString();
      }
    }
    throw new IllegalStateException(mirror + " has no attribute " + name);
  }

  /** An annotation's value as source text; Microsoft's trigger annotations have no nested ones. */
  private final class ValueText extends SimpleAnnotationValueVisitor14<String, @Nullable Void> {

    @Override
    public String visitEnumConstant(VariableElement constant, @Nullable Void none) {
      return simple(constant.asType().toString()) + "." + constant.getSimpleName();
    }

    @Override
    public String visitArray(List<? extends AnnotationValue> values, @Nullable Void none) {
      StringJoiner all = new StringJoiner(", ", "{", "}");
      for (AnnotationValue value : values) {
        all.add(value.accept(this, null));
      }
      return all.toString();
    }

    @Override
    protected String defaultAction(Object constant, @Nullable Void none) {
      return literal(constant);
    }
  }
}
