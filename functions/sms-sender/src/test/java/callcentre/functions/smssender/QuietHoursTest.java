package callcentre.functions.smssender;

import static callcentre.functions.smssender.SmsStage.CLIENT;
import static callcentre.functions.smssender.SmsStage.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.SendError;
import callcentre.domain.messages.sending.SendState;
import callcentre.domain.organisations.OrganisationSettings;
import callcentre.domain.organisations.QuietHours;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.numbers.NumberAssignmentRepository;
import callcentre.storage.organisations.OrganisationRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class QuietHoursTest {

  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

  private final SmsStage stage;

  QuietHoursTest(Cloud cloud) {
    stage = new SmsStage(cloud);
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void nobodyWaitsUntilAnOrganisationSetsThem() {
    stage.simulator.clock().setNow(Instant.parse("2026-11-22T04:00:00Z"));
    OutgoingId id = stage.sendLater("Late");

    stage.deliverAll();

    assertThat(stage.row(id).state()).isEqualTo(SendState.SENT);
  }

  @Test
  void aMessageWaitsForTheRecipientsMorningAndGoesOutThen() {
    quietNights();
    stage.simulator.clock().setNow(Instant.parse("2026-11-22T04:00:00Z"));
    OutgoingId newYork = stage.sendLater("Late");
    OutgoingId losAngeles =
        stage
            .sendLater(stage.batch("Late", List.of(), PhoneNumber.parse("+12135550123")))
            .getFirst();

    stage.deliverAll();

    assertThat(stage.row(newYork).error().map(SendError::code)).contains("quiet_hours");
    assertThat(stage.row(newYork).notBefore()).contains(Instant.parse("2026-11-22T13:00:00Z"));
    assertThat(stage.row(losAngeles).state()).isEqualTo(SendState.SENT);

    stage.simulator.clock().setNow(Instant.parse("2026-11-22T13:00:00Z"));
    stage.dispatch();
    stage.deliverAll();
    assertThat(stage.row(newYork).state()).isEqualTo(SendState.SENT);
  }

  @Test
  void zonesComeFromTheNumber() {
    RecipientZones zones = new RecipientZones();

    assertThat(zones.of(CLIENT)).containsExactly(ZoneId.of("America/New_York"));
    assertThat(zones.of(PhoneNumber.parse("+12135550123")))
        .containsExactly(ZoneId.of("America/Los_Angeles"));
    assertThat(zones.of(PhoneNumber.parse("+18005550123"))).hasSizeGreaterThan(1);
  }

  private void quietNights() {
    OrganisationId owner = new OrganisationId("harbor");
    OrganisationRepository organisations = new OrganisationRepository(stage.database);
    organisations.name(owner, "Harbor Dental", SmsStage.START);
    OrganisationSettings usual = OrganisationSettings.DEFAULTS;
    organisations.settings(
        organisations.find(owner).orElseThrow(),
        new OrganisationSettings(
            usual.timeZone(),
            usual.businessHours(),
            usual.holidays(),
            usual.thresholds(),
            Optional.of(NIGHT),
            usual.currency(),
            usual.prices(),
            usual.values()),
        SmsStage.START);
    new NumberAssignmentRepository(stage.database)
        .assign(OURS, Optional.of(owner), Optional.empty(), "sub-admin", SmsStage.START);
    stage.advance(Duration.ofMinutes(2));
  }
}
