package dev.eventprocessor.runtimes.azure.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How host and stand-in talk: messages one after the other on a loopback connection, each a {@link
 * Message} name and its fields. A field is a 4-byte length and bytes (texts in UTF-8), a list or
 * map a 4-byte count and its texts.
 *
 * <pre>
 * host   START    list of jars                                     once
 * host   LOAD     function, class, method, trigger parameter       answered by LOADED
 * host   INVOKE   id, function, value kind, value, metadata        answered by one of the last three, or never
 * worker LOADED   function, fault (empty: none)
 * worker LOG      id, line
 * worker DONE     id, JSON
 * worker ANSWERED id, response
 * worker FAILED   id, message
 * </pre>
 */
public final class Wire {

  /** What a message is. */
  public enum Message {
    START,
    LOAD,
    INVOKE,
    LOADED,
    LOG,
    DONE,
    ANSWERED,
    FAILED
  }

  private Wire() {}

  /** Writes a message whose fields are all texts. */
  public static void send(DataOutputStream to, Message message, String... fields)
      throws IOException {
    synchronized (to) {
      to.writeUTF(message.name());
      for (String field : fields) {
        writeText(to, field);
      }
      to.flush();
    }
  }

  /** Writes a call's response. */
  public static void sendResponse(DataOutputStream to, String id, HttpValue response)
      throws IOException {
    synchronized (to) {
      to.writeUTF(Message.ANSWERED.name());
      writeText(to, id);
      response.write(to);
      to.flush();
    }
  }

  /** The next message's kind. */
  public static Message message(DataInputStream from) throws IOException {
    return Message.valueOf(from.readUTF());
  }

  public static void writeBytes(DataOutputStream to, byte[] bytes) throws IOException {
    to.writeInt(bytes.length);
    to.write(bytes);
  }

  public static byte[] readBytes(DataInputStream from) throws IOException {
    byte[] bytes = new byte[from.readInt()];
    from.readFully(bytes);
    return bytes;
  }

  public static void writeText(DataOutputStream to, String text) throws IOException {
    writeBytes(to, text.getBytes(StandardCharsets.UTF_8));
  }

  public static String readText(DataInputStream from) throws IOException {
    return new String(readBytes(from), StandardCharsets.UTF_8);
  }

  public static void writeTexts(DataOutputStream to, List<String> texts) throws IOException {
    to.writeInt(texts.size());
    for (String text : texts) {
      writeText(to, text);
    }
  }

  public static List<String> readTexts(DataInputStream from) throws IOException {
    int size = from.readInt();
    List<String> texts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      texts.add(readText(from));
    }
    return texts;
  }

  /** A list of bytes: a count, and each with its length. */
  public static void writeBytesList(DataOutputStream to, List<byte[]> list) throws IOException {
    to.writeInt(list.size());
    for (byte[] bytes : list) {
      writeBytes(to, bytes);
    }
  }

  public static List<byte[]> readBytesList(DataInputStream from) throws IOException {
    int size = from.readInt();
    List<byte[]> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(readBytes(from));
    }
    return list;
  }

  public static void writeMap(DataOutputStream to, Map<String, String> map) throws IOException {
    List<String> texts = new ArrayList<>();
    map.forEach(
        (key, value) -> {
          texts.add(key);
          texts.add(value);
        });
    writeTexts(to, texts);
  }

  public static Map<String, String> readMap(DataInputStream from) throws IOException {
    List<String> texts = readTexts(from);
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i += 2) {
      map.put(texts.get(i), texts.get(i + 1));
    }
    return map;
  }
}
