package callcentre.simulator.settings;

/**
 * How the history behaves where MightyCall's own behaviour varies or is not documented.
 *
 * @param callDelaySeconds how long after its end a call appears in {@code /calls} and its voicemail
 *     in {@code /voicemails} (reference 3.1: about 10 seconds)
 * @param journalDelaySeconds the same for the journal
 * @param zeroGuidShare the share of journal rows whose {@code requestGuid} is all zeros, 0 to 1
 * @param voicemailUnit what a voicemail's {@code duration} counts (reference 3.2, D)
 * @param wrappedJournal whether the journal's list stands inside {@code data} (reference 6, row 2)
 * @param contactCenterAccess who may ask for communications and interactions
 * @param mmsAnswer how the files of an MMS come (reference 6, row 16)
 * @param ownCallsOnly whether a user who is no administrator sees only their own calls (1.2, C)
 */
public record HistoryRules(
    int callDelaySeconds,
    int journalDelaySeconds,
    double zeroGuidShare,
    VoicemailUnit voicemailUnit,
    boolean wrappedJournal,
    ContactCenterAccess contactCenterAccess,
    MmsAnswer mmsAnswer,
    boolean ownCallsOnly) {

  public HistoryRules {
    if (callDelaySeconds < 0 || journalDelaySeconds < 0) {
      throw new IllegalArgumentException("Delays are 0 seconds or more");
    }
    if (!(zeroGuidShare >= 0 && zeroGuidShare <= 1)) {
      throw new IllegalArgumentException("zeroGuidShare is " + zeroGuidShare + "; give 0 to 1");
    }
  }

  /** All at once, no zeros, seconds, bare lists, open to all, zip files. */
  public static HistoryRules defaults() {
    return new HistoryRules(
        0, 0, 0, VoicemailUnit.SECONDS, false, ContactCenterAccess.ALL, MmsAnswer.ZIP, false);
  }

  public HistoryRules withCallDelaySeconds(int seconds) {
    return new HistoryRules(
        seconds,
        journalDelaySeconds,
        zeroGuidShare,
        voicemailUnit,
        wrappedJournal,
        contactCenterAccess,
        mmsAnswer,
        ownCallsOnly);
  }

  public HistoryRules withJournalDelaySeconds(int seconds) {
    return new HistoryRules(
        callDelaySeconds,
        seconds,
        zeroGuidShare,
        voicemailUnit,
        wrappedJournal,
        contactCenterAccess,
        mmsAnswer,
        ownCallsOnly);
  }

  public HistoryRules withZeroGuidShare(double share) {
    return new HistoryRules(
        callDelaySeconds,
        journalDelaySeconds,
        share,
        voicemailUnit,
        wrappedJournal,
        contactCenterAccess,
        mmsAnswer,
        ownCallsOnly);
  }

  public HistoryRules withVoicemailUnit(VoicemailUnit unit) {
    return new HistoryRules(
        callDelaySeconds,
        journalDelaySeconds,
        zeroGuidShare,
        unit,
        wrappedJournal,
        contactCenterAccess,
        mmsAnswer,
        ownCallsOnly);
  }

  public HistoryRules withWrappedJournal(boolean wrapped) {
    return new HistoryRules(
        callDelaySeconds,
        journalDelaySeconds,
        zeroGuidShare,
        voicemailUnit,
        wrapped,
        contactCenterAccess,
        mmsAnswer,
        ownCallsOnly);
  }

  public HistoryRules withContactCenterAccess(ContactCenterAccess access) {
    return new HistoryRules(
        callDelaySeconds,
        journalDelaySeconds,
        zeroGuidShare,
        voicemailUnit,
        wrappedJournal,
        access,
        mmsAnswer,
        ownCallsOnly);
  }

  public HistoryRules withMmsAnswer(MmsAnswer answer) {
    return new HistoryRules(
        callDelaySeconds,
        journalDelaySeconds,
        zeroGuidShare,
        voicemailUnit,
        wrappedJournal,
        contactCenterAccess,
        answer,
        ownCallsOnly);
  }

  public HistoryRules withOwnCallsOnly(boolean own) {
    return new HistoryRules(
        callDelaySeconds,
        journalDelaySeconds,
        zeroGuidShare,
        voicemailUnit,
        wrappedJournal,
        contactCenterAccess,
        mmsAnswer,
        own);
  }
}
