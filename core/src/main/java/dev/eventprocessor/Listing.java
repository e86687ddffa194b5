package dev.eventprocessor;

import org.jspecify.annotations.Nullable;

/** Lays out numbered registrations under one another, for people. */
final class Listing {

  /** A filter that is longer is broken at its conditions. */
  private static final int WIDTH = 72;

  private final StringBuilder text = new StringBuilder();
  private int rows;
  private int names;
  private int ranks;
  private int row;
  private int column;

  /** {@code 1 registration}, {@code 2 registrations}. */
  static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  void sentence(String sentence) {
    text.append(sentence).append('\n');
  }

  /** Makes room for this row; before the first one is written. */
  void measure(String name, int rank) {
    rows++;
    names = Math.max(names, name.length());
    ranks = Math.max(ranks, rankText(rank).length());
  }

  /** Begins a row. */
  void row(String mark, String name, int rank) {
    String number = String.valueOf(++row);
    int start = text.append('\n').length();
    text.append(mark);
    pad(String.valueOf(rows).length() - number.length());
    text.append(number).append(". ").append(name);
    pad(names - name.length());
    if (ranks > 0) {
      text.append("  ").append(rankText(rank));
      pad(ranks - rankText(rank).length());
    }
    text.append("  ");
    column = text.length() - start;
  }

  /** The rest of the row. */
  void line(String line) {
    text.append(line);
  }

  /** The rest of the row: a filter, one condition under the other where it is long. */
  void filter(@Nullable Filter filter) {
    String whole = filter == null ? "otherwise" : filter.toString();
    if (whole.length() > WIDTH && filter instanceof Filter.And and) {
      line(and.all().get(0).toString());
      for (Filter part : and.all().subList(1, and.all().size())) {
        detail("and " + part);
      }
    } else {
      line(whole);
    }
  }

  /** One more line of the row, under its last column; nothing for null. */
  void detail(@Nullable String detail) {
    if (detail != null) {
      text.append('\n');
      pad(column);
      text.append(detail);
    }
  }

  private void pad(int width) {
    text.append(" ".repeat(width));
  }

  private static String rankText(int rank) {
    return rank == 0 ? "" : "rank " + rank;
  }

  @Override
  public String toString() {
    return text.append('\n').toString();
  }
}
