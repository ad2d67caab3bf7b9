package callcentre.storage.gate;

import java.util.List;

/**
 * What the gate decided about some facts.
 *
 * @param admitted in their order
 * @param refused in their order
 */
public record Admission<F>(List<Admitted<F>> admitted, List<Refused<F>> refused) {

  public Admission {
    admitted = List.copyOf(admitted);
    refused = List.copyOf(refused);
  }
}
