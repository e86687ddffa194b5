package dev.eventprocessor.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Matches fields as an EventBridge pattern has them. A field is a name whose steps are joined by
 * dots; lists on the way are looked through; a field is satisfied by one of its values, and what
 * stands inside of one list must be satisfied inside of one and the same element of it.
 *
 * <p>Without lists each field is read by itself. With them, the elements of a list are tried one
 * after the other for all fields that go through it, which looks at each part of the event once for
 * each field.
 */
public final class PatternMatch {

  private static final int PRESENT = 1;
  private static final int MATCHED = 2;
  private static final int LISTS = 4;

  private final Field[] fields;

  /** Fields in the order of their names. */
  public PatternMatch(List<Field> fields) {
    this.fields = fields.toArray(new Field[0]);
  }

  /** One field: its name, and what a value of it has to be. */
  public static final class Field {
    private final FieldName name;
    private final List<? extends Predicate<@Nullable Object>> tests;
    private final boolean absent;

    /**
     * Takes a field.
     *
     * @param name its name
     * @param tests one of which a value has to pass; empty where only absence will do
     * @param absence whether the field may be absent
     */
    public Field(
        FieldName name, List<? extends Predicate<@Nullable Object>> tests, Absence absence) {
      this.name = name;
      this.tests = tests;
      this.absent = absence == Absence.ALLOWED;
    }

    private boolean endsAt(int step) {
      return step == name.steps();
    }

    private boolean isPassedBy(@Nullable Object value) {
      for (int i = 0; i < tests.size(); i++) {
        if (tests.get(i).test(value)) {
          return true;
        }
      }
      return false;
    }

    private boolean isMixed() {
      return absent && !tests.isEmpty();
    }

    private Field without(Absence absence) {
      return absence == Absence.ALLOWED
          ? new Field(name, tests, Absence.FORBIDDEN)
          : new Field(name, List.of(), Absence.ALLOWED);
    }
  }

  /** Whether a field may be absent. */
  public enum Absence {
    /** That satisfies it. */
    ALLOWED,
    /** It needs a value. */
    FORBIDDEN
  }

  /** Whether the event satisfies all fields. */
  public boolean matches(Map<String, ?> event) {
    int throughLists = 0;
    boolean open = false;
    for (Field field : fields) {
      @Nullable Object one = field.name.one(event);
      int seen = one == FieldName.SEVERAL ? look(field, 0, event) : seen(field, one);
      if ((seen & LISTS) != 0) {
        throughLists++;
      }
      if ((seen & MATCHED) == 0 && !(field.absent && (seen & PRESENT) == 0)) {
        if (!field.absent || (seen & LISTS) == 0) {
          return false;
        }
        open = true; // It may still be absent from the one element that others choose.
      }
    }
    return throughLists < 2 ? !open : new ListMatch(fields).matches(event);
  }

  private static int seen(Field field, @Nullable Object value) {
    if (value == Walk.ABSENT) {
      return 0;
    }
    return field.isPassedBy(value) ? PRESENT | MATCHED : PRESENT;
  }

  /** What is to be seen of a field from here on. */
  private static int look(Field field, int step, @Nullable Object at) {
    if (at instanceof Map<?, ?> map) {
      return lookIn(map, field, step);
    }
    if (at instanceof List<?> list) {
      int seen = list.isEmpty() ? 0 : LISTS;
      for (int i = 0; i < list.size(); i++) {
        seen |= look(field, step, list.get(i));
      }
      return seen;
    }
    return field.endsAt(step) ? seen(field, at) : 0;
  }

  private static int lookIn(Map<?, ?> map, Field field, int step) {
    int seen = 0;
    String[] keys = field.name.keys(step);
    for (int i = 0; i < keys.length; i++) {
      @Nullable Object value = Walk.member(map, keys[i]);
      if (value != Walk.ABSENT) {
        seen |= look(field, step + i + 1, value);
      }
    }
    return seen;
  }

  /** All fields at once, where lists tie them together. */
  private static final class ListMatch {
    private final Field[] fields;

    ListMatch(Field[] fields) {
      this.fields = fields;
    }

    /** A field that may have a value or be absent is tried as the one and as the other. */
    boolean matches(Map<String, ?> event) {
      for (int i = 0; i < fields.length; i++) {
        if (fields[i].isMixed()) {
          return with(i, fields[i].without(Absence.ALLOWED)).matches(event)
              || with(i, fields[i].without(Absence.FORBIDDEN)).matches(event);
        }
      }
      return satisfied(event, 0, List.of(fields));
    }

    private ListMatch with(int index, Field field) {
      Field[] changed = fields.clone();
      changed[index] = field;
      return new ListMatch(changed);
    }

    /** Whether what is here satisfies a group of fields that have come the same way. */
    private static boolean satisfied(@Nullable Object at, int step, List<Field> group) {
      if (at instanceof Map<?, ?> map) {
        return inMap(map, step, group, new ArrayList<>(), 0);
      }
      if (at instanceof List<?> list) {
        return inList(list, step, group);
      }
      for (Field field : group) {
        boolean ends = field.endsAt(step);
        if (field.absent ? ends : !ends || !field.isPassedBy(at)) {
          return false;
        }
      }
      return true;
    }

    /**
     * Sends each field on by a key: one that needs a value by one of its keys that are there, one
     * that must be absent by all of them. Fields with the same key go on as a group.
     */
    private static boolean inMap(
        Map<?, ?> map, int step, List<Field> group, List<String> chosen, int next) {
      if (next == group.size()) {
        return groupsSatisfied(map, step, group, chosen);
      }
      Field field = group.get(next);
      if (field.absent) {
        chosen.add("");
        boolean satisfied = inMap(map, step, group, chosen, next + 1);
        chosen.remove(next);
        return satisfied;
      }
      String[] keys = field.name.keys(step);
      for (String key : keys) {
        if (map.containsKey(key)) {
          chosen.add(key);
          if (inMap(map, step, group, chosen, next + 1)) {
            return true;
          }
          chosen.remove(next);
        }
      }
      return false;
    }

    private static boolean groupsSatisfied(
        Map<?, ?> map, int step, List<Field> group, List<String> chosen) {
      List<String> done = new ArrayList<>();
      for (Field field : group) {
        String[] keys = field.name.keys(step);
        for (int i = 0; i < keys.length; i++) {
          String key = keys[i];
          if (map.containsKey(key) && !done.contains(key)) {
            done.add(key);
            List<Field> together = together(group, step, chosen, i, key);
            if (!together.isEmpty() && !satisfied(map.get(key), step + i + 1, together)) {
              return false;
            }
          }
        }
      }
      return true;
    }

    private static List<Field> together(
        List<Field> group, int step, List<String> chosen, int length, String key) {
      List<Field> together = new ArrayList<>(group.size());
      for (int i = 0; i < group.size(); i++) {
        Field field = group.get(i);
        String[] keys = field.name.keys(step);
        boolean has = length < keys.length && keys[length].equals(key);
        if (has && (field.absent || chosen.get(i).equals(key))) {
          together.add(field);
        }
      }
      return together;
    }

    /** A value that stands in the list itself belongs to no element that others must share. */
    private static boolean inList(List<?> list, int step, List<Field> group) {
      for (int i = 0; i < group.size(); i++) {
        Field field = group.get(i);
        if (field.endsAt(step)) {
          boolean direct = hasDirect(list, field);
          if (field.absent) {
            if (direct) {
              return false;
            }
          } else if (direct && inOneElement(list, step, withoutOne(group, i))) {
            return true;
          }
        }
      }
      return inOneElement(list, step, group);
    }

    private static boolean hasDirect(List<?> list, Field field) {
      for (Object element : list) {
        if (!(element instanceof Map) && !(element instanceof List)) {
          if (field.absent || field.isPassedBy(element)) {
            return true;
          }
        }
      }
      return false;
    }

    private static List<Field> withoutOne(List<Field> group, int index) {
      List<Field> rest = new ArrayList<>(group);
      rest.remove(index);
      return rest;
    }

    /**
     * Fields that must be absent and come before all that need a value are asked of the whole list,
     * later ones of the element that the earlier have chosen: so does EventBridge's engine.
     */
    private static boolean inOneElement(List<?> list, int step, List<Field> group) {
      int firstNeeded = 0;
      while (firstNeeded < group.size() && group.get(firstNeeded).absent) {
        if ((look(group.get(firstNeeded), step, list) & PRESENT) != 0) {
          return false;
        }
        firstNeeded++;
      }
      List<Field> rest = group.subList(firstNeeded, group.size());
      if (rest.isEmpty()) {
        return true;
      }
      for (Object element : list) {
        if ((element instanceof Map || element instanceof List) && satisfied(element, step, rest)) {
          return true;
        }
      }
      return false;
    }
  }
}
