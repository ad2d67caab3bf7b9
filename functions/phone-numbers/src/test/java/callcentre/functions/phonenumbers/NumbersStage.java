package callcentre.functions.phonenumbers;

import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.ApiStage;
import callcentre.cloud.Cloud;
import callcentre.domain.numbers.AccountNumber;
import callcentre.domain.numbers.JoinedNumber;
import callcentre.domain.numbers.ListedNumber;
import callcentre.domain.numbers.NumberAttributes;
import callcentre.domain.numbers.RawForm;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetCounts;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.SyncJob;
import callcentre.storage.database.Database;
import callcentre.storage.numbers.PhoneNumberRepository;
import callcentre.storage.sync.SyncClaims;
import callcentre.storage.sync.SyncStateRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The function in a stage of its own, with short words for arranging what is stored there. */
final class NumbersStage extends ApiStage {

  static final String PATH = "/api/admin/mightycall/phone-numbers";

  private NumbersStage(ApiHarness.Builder builder) {
    super(
        builder.tables(
            "phone_numbers",
            "number_assignments",
            "organisations",
            "sync_state",
            "sync_jobs",
            "idempotency",
            "leases",
            "provider_usage"));
  }

  static NumbersStage in(Cloud cloud) {
    return of(ApiHarness.in(cloud).signing());
  }

  static NumbersStage of(ApiHarness.Builder builder) {
    return new NumbersStage(builder);
  }

  /** Stores a number as a sync does when it sees it for the first time. */
  PhoneNumber number(String e164, String label, RawForm... alsoKnownAs) {
    PhoneNumber number = new PhoneNumber(e164);
    NumberAttributes attributes =
        new NumberAttributes(
            true, false, false, false, "Enabled", true, true, "Both, OutgoingBeepDisabled");
    JoinedNumber joined =
        new JoinedNumber(
            number,
            new ListedNumber(e164, Optional.of(label).filter(text -> !text.isEmpty()), attributes),
            Arrays.asList(alsoKnownAs));
    api.bean(PhoneNumberRepository.class)
        .change(
            number, Optional.empty(), stored -> AccountNumber.firstSeen(joined, clock.instant()));
    return number;
  }

  /** Stores that a complete listing no longer had the number. */
  void remove(PhoneNumber number) {
    api.bean(PhoneNumberRepository.class)
        .change(number, Optional.empty(), stored -> stored.orElseThrow().missing(clock.instant()));
  }

  AccountNumber stored(PhoneNumber number) {
    return api.bean(PhoneNumberRepository.class).find(number).orElseThrow().value();
  }

  /** Notes that a sync of the numbers succeeded now. */
  void synced() {
    Instant now = clock.instant();
    SyncClaims claims = new SyncClaims(api.bean(Database.class));
    claims.claim(
        SyncJob.queued("job", "arranger", List.of(Dataset.NUMBERS), now),
        now.plus(Duration.ofMinutes(5)),
        now);
    api.bean(SyncStateRepository.class)
        .takeOver(Dataset.NUMBERS, "job", "worker", now.plus(Duration.ofMinutes(5)), now);
    claims.end(
        "job",
        "worker",
        DatasetRun.succeeded(Dataset.NUMBERS, DatasetCounts.NONE, List.of()),
        now,
        Optional.empty(),
        now);
  }
}
