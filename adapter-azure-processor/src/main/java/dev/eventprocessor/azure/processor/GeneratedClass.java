package dev.eventprocessor.azure.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The class to write.
 *
 * @param packageName where it goes: where it is declared; empty for the unnamed package
 * @param name its simple name
 * @param origin what declares it
 */
record GeneratedClass(String packageName, String name, Element origin) {

  /** {@code Functions} for a package, {@code <Class>Functions} for a class. */
  static GeneratedClass of(Element element, Elements elements) {
    StringBuilder name = new StringBuilder("Functions");
    @Nullable Element outer = element;
    while (outer != null && !(outer instanceof PackageElement)) {
      name.insert(0, outer.getSimpleName());
      outer = outer.getEnclosingElement();
    }
    String packageName = elements.getPackageOf(element).getQualifiedName().toString();
    return new GeneratedClass(packageName, name.toString(), element);
  }

  String fullName() {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  /** How its Javadoc calls what declares it. */
  String declaredBy() {
    return origin instanceof PackageElement ? "the package" : origin.getSimpleName().toString();
  }
}
