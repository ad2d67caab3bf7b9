package callcentre.storage.gate;

/**
 * A fact that passed the {@link HistoryGate}: the only thing that the stores of history take.
 *
 * @param <F> calls', voicemails' or messages' facts
 */
public final class Admitted<F> {

  private final F value;

  Admitted(F value) {
    this.value = value;
  }

  public F value() {
    return value;
  }

  @Override
  public String toString() {
    return "Admitted[" + value + "]";
  }
}
