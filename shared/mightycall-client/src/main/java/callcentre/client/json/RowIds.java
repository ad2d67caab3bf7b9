package callcentre.client.json;

import callcentre.domain.evidence.ProviderIds;

/** The ids that rows of the provider's lists must have (reference 3.1, 3.5). */
public final class RowIds {

  private RowIds() {}

  /**
   * The GUID that identifies a row.
   *
   * @throws UnreadableAnswerException when there is none
   */
  public static String require(Fields fields, String name) {
    return fields
        .text(name)
        .flatMap(ProviderIds::guid)
        .orElseThrow(() -> new UnreadableAnswerException("no GUID '" + name + "'"));
  }

  /**
   * The journal id that identifies a row.
   *
   * @throws UnreadableAnswerException when there is none
   */
  public static String requireJournalId(Fields fields, String name) {
    return fields
        .text(name)
        .flatMap(ProviderIds::journalId)
        .orElseThrow(() -> new UnreadableAnswerException("no journal id '" + name + "'"));
  }
}
