package dev.eventprocessor.azure.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Turns each package or class with {@code @AzureFunction} into a class with the
 * {@code @FunctionName} methods that Microsoft's Maven plugin and the host want. The compiler makes
 * and calls it.
 */
@SupportedAnnotationTypes({DeclarationReader.FUNCTION, DeclarationReader.FUNCTIONS})
public final class AzureFunctionProcessor extends AbstractProcessor {

  private final FunctionNames names = new FunctionNames();

  /** For the compiler's service loader. */
  public AzureFunctionProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        generate(element);
      }
    }
    return false;
  }

  private void generate(Element element) {
    Problems problems = new Problems(processingEnv.getMessager(), element);
    List<Declaration> functions =
        new DeclarationReader(processingEnv.getElementUtils(), problems).read(element);
    for (Declaration function : functions) {
      names.check(function, problems);
      DeclarationCheck.check(function, problems);
    }
    if (!problems.isAny()) {
      write(GeneratedClass.of(element, processingEnv.getElementUtils()), functions, problems);
    }
  }

  private void write(GeneratedClass type, List<Declaration> functions, Problems problems) {
    String source = new FunctionsSource(type, processingEnv.getElementUtils()).of(functions);
    try (Writer writer =
        processingEnv.getFiler().createSourceFile(type.fullName(), type.origin()).openWriter()) {
      writer.write(source);
    } catch (IOException e) {
      problems.cannotWrite(type.fullName(), e);
    }
  }
}
