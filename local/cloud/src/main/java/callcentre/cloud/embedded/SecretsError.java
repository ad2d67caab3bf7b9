package callcentre.cloud.embedded;

/** An error that Secrets Manager answers, by the name in its API reference. */
final class SecretsError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String type;

  SecretsError(String type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  static SecretsError notFound(String message) {
    return new SecretsError("ResourceNotFoundException", message);
  }

  static SecretsError exists(String message) {
    return new SecretsError("ResourceExistsException", message);
  }

  static SecretsError invalid(String message) {
    return new SecretsError("InvalidParameterException", message);
  }

  String type() {
    return type;
  }
}
