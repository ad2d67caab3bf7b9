package callcentre.cloud.template;

/** The template says something that is wrong or that cannot be honoured here; says where. */
public final class TemplateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * An error at a place of the template.
   *
   * @param where path inside the template, e.g. {@code Resources.SyncQueue.Properties}
   * @param what what is wrong there and what would be right
   */
  public TemplateException(String where, String what) {
    super("template.yaml, " + where + ": " + what);
  }
}
