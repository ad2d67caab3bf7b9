package callcentre.functions.audio;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Request;
import callcentre.api.testing.TestClock;
import callcentre.api.tickets.AudioItem;
import callcentre.api.tickets.AudioKind;
import callcentre.api.tickets.AudioTicket;
import callcentre.api.tickets.AudioTickets;
import callcentre.aws.Variable;
import callcentre.client.CallContext;
import callcentre.client.Deadline;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.cloud.Cloud;
import callcentre.domain.budget.RequestClass;
import callcentre.simulator.Simulator;
import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.recordings.Wave;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The function in a stage of its own, with recordings at a simulated provider. */
final class AudioStage implements AutoCloseable {

  static final String ONE_CALL = "/v4/api/calls/{id}";
  static final String ONE_VOICEMAIL = "/v4/api/voicemails/{id}";
  static final String ONE_JOURNAL_ROW = "/v4/api/journal/requests/{requestId}";

  final Simulator simulator = Simulator.start();
  final TestClock clock = new TestClock();
  final ApiHarness api;

  AudioStage(Cloud cloud) {
    this.api =
        ApiHarness.in(cloud)
            .tables("leases", "provider_usage")
            .signing()
            .account(simulator.apiKey(), simulator.adminSecret(), simulator.baseUrl())
            .with(Variable.PROVIDER_DAILY_LIMIT, "60")
            .with(Variable.ALLOWED_ORIGINS, "https://dashboard.example")
            .bean(InstantSource.class, clock)
            .start();
  }

  /** A recorded call at the provider. */
  PhoneCall recorded(Duration length) {
    return simulator.add(draft(length).recorded());
  }

  /** A call without a recording. */
  PhoneCall unrecorded() {
    return simulator.add(draft(Duration.ofMinutes(1)));
  }

  /** A call that ended on the voicemail. */
  PhoneCall voicemail(Duration length) {
    return simulator.add(
        CallDraft.at(anHourAgo()).from("+13475550123", null).leaving(null, length, null, "101"));
  }

  private CallDraft draft(Duration length) {
    return CallDraft.at(anHourAgo())
        .from("+13475550123", "Jordan Blake")
        .rung("101")
        .answeredBy("101")
        .lasting(length);
  }

  private Instant anHourAgo() {
    return simulator.clock().instant().minus(Duration.ofHours(20));
  }

  /** A ticket for a call's recording, from a row that knows no link. */
  String ticket(PhoneCall call) {
    return ticket(AudioKind.RECORDING, Optional.empty(), call.guid());
  }

  String ticket(AudioKind kind, Optional<String> link, String... providerIds) {
    return seal(
        new AudioTicket(
            "auth0|maria",
            new AudioItem(kind, providerIds[0], List.of(providerIds), link),
            clock.instant().plus(Duration.ofHours(2))));
  }

  /** The link that the provider gives for a call now. */
  String link(PhoneCall call) {
    AudioItem item =
        new AudioItem(AudioKind.RECORDING, call.guid(), List.of(call.guid()), Optional.empty());
    CallContext context =
        new CallContext(RequestClass.INTERACTIVE, Deadline.in(Duration.ofSeconds(20), clock));
    return api.bean(ProviderLinks.class).find(item, context).orElseThrow();
  }

  /** Asks until our own budget refuses. */
  void spendTheBudget(PhoneCall call) {
    try {
      for (int asked = 0; asked < 1_000; asked++) {
        link(call);
      }
    } catch (MightyCallException refused) {
      assertThat(refused.kind()).isEqualTo(ErrorKind.BUDGET_EXHAUSTED);
      return;
    }
    throw new AssertionError("the budget does not end");
  }

  String seal(AudioTicket ticket) {
    return api.bean(AudioTickets.class).seal(ticket);
  }

  Request request(String method, String ticket) {
    return api.request(method, "/api/audio/" + ticket);
  }

  Answer play(String ticket, String range) {
    return request("GET", ticket).header("Range", range).send();
  }

  Answer playWhole(String ticket) {
    return request("GET", ticket).send();
  }

  /** The sound in an answer. */
  static byte[] bytes(Answer answer) {
    return Base64.getDecoder().decode(answer.body());
  }

  /** What the provider's file is. */
  static byte[] file(String guid, Duration length) {
    Wave wave = Wave.of(length, guid.hashCode());
    return part(wave, 0, Math.toIntExact(wave.length()));
  }

  static byte[] part(Wave wave, long first, int count) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(count);
    try {
      wave.write(out, first, count);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /** How often the provider was asked for one record of a family. */
  long asked(String template) {
    return simulator.requests().count("GET", template);
  }

  @Override
  public void close() {
    api.close();
    simulator.close();
  }
}
