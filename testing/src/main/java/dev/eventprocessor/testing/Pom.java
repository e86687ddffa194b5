package dev.eventprocessor.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a module's pom gives to those who depend on the module. */
public final class Pom {

  private Pom() {}

  /**
   * The dependencies that come with the module whose tests run, its parent's included: those that
   * are neither for tests nor provided nor optional, as {@code group:artifact}.
   */
  public static List<String> givenToUsers() {
    List<String> given = new ArrayList<>(given(Path.of("pom.xml")));
    given.addAll(given(Path.of("..", "pom.xml")));
    return given;
  }

  private static List<String> given(Path pom) {
    List<String> given = new ArrayList<>();
    for (Element list : children(read(pom), "dependencies")) {
      for (Element dependency : children(list, "dependency")) {
        String scope = text(dependency, "scope");
        boolean isOptional = text(dependency, "optional").equals("true");
        if (!scope.equals("test") && !scope.equals("provided") && !isOptional) {
          given.add(text(dependency, "groupId") + ":" + text(dependency, "artifactId"));
        }
      }
    }
    return given;
  }

  private static Element read(Path pom) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(pom.toFile())
          .getDocumentElement();
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("Cannot read " + pom, e);
    }
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  private static String text(Element parent, String name) {
    List<Element> found = children(parent, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent().trim();
  }
}
