package dev.eventprocessor.fuzz;

/** A text that lets itself be looked at only so often: the JDK's engine may go back for years. */
final class Patience implements CharSequence {

  private static final int LOOKS = 50_000;

  private final String text;
  private int looks;

  Patience(String text) {
    this.text = text;
  }

  /** That it was looked at too often. */
  static final class LostException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Override
  public char charAt(int index) {
    if (++looks > LOOKS) {
      throw new LostException();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
