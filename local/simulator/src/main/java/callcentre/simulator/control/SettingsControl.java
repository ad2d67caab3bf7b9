package callcentre.simulator.control;

import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Route;
import callcentre.simulator.settings.BudgetPeriod;
import callcentre.simulator.settings.BudgetRules;
import callcentre.simulator.settings.HostKind;
import callcentre.simulator.settings.SimulatorSettings;
import callcentre.simulator.settings.SpentAnswer;
import callcentre.simulator.settings.TokenRules;
import callcentre.simulator.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** {@code /_simulator/settings}: the switches; fields that are left out stay as they are. */
final class SettingsControl implements Family {

  private static final String PATH = "/_simulator/settings";
  private static final int A_YEAR_SECONDS = 31_536_000;

  private final World world;

  SettingsControl(World world) {
    this.world = world;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("GET", PATH, new Endpoint.Open(call -> Answer.ok(json()))),
        Route.of("PUT", PATH, new Endpoint.Open(this::change)));
  }

  private Answer change(Call call) {
    Fields fields =
        Fields.ofBody(
            call,
            "host_kind",
            "sign_in_by_key",
            "require_api_key_header",
            "token_lifetime_seconds",
            "single_use_refresh",
            "daily_limit",
            "budget_period",
            "count_token_calls",
            "spent_status",
            "call_delay_seconds",
            "journal_delay_seconds",
            "zero_guid_share",
            "voicemail_unit",
            "wrapped_journal",
            "contact_center_access",
            "mms_answer",
            "own_calls_only",
            "audio_ranges",
            "link_lifetime_seconds",
            "expired_link_status",
            "recording_seconds",
            "single_slash_links");
    world.change(old -> changed(old, fields));
    return Answer.ok(json());
  }

  private static SimulatorSettings changed(SimulatorSettings old, Fields fields) {
    return new SimulatorSettings(
        old.seed(),
        fields
            .named("host_kind", HostKind::ofLabel, "classic, contact-center")
            .orElse(old.hostKind()),
        fields.bool("sign_in_by_key").orElse(old.signInByKey()),
        fields.bool("require_api_key_header").orElse(old.requireApiKeyHeader()),
        tokens(fields, old.tokens()),
        budget(fields, old.budget()),
        HistorySettings.history(fields, old.history()),
        HistorySettings.audio(fields, old.audio()),
        old.demo());
  }

  private static TokenRules tokens(Fields fields, TokenRules old) {
    return new TokenRules(
        fields.integer("token_lifetime_seconds", 1, A_YEAR_SECONDS).orElse(old.lifetimeSeconds()),
        fields.bool("single_use_refresh").orElse(old.singleUseRefresh()));
  }

  private static BudgetRules budget(Fields fields, BudgetRules old) {
    Optional<SpentAnswer> spent =
        fields
            .integer("spent_status", 400, 429)
            .map(
                status ->
                    SpentAnswer.ofStatus(status)
                        .orElseThrow(
                            () ->
                                ControlException.invalid(
                                    "spent_status must be one of 429, 403, 400")));
    return new BudgetRules(
        fields.integer("daily_limit", 0, Integer.MAX_VALUE).orElse(old.dailyLimit()),
        fields
            .named("budget_period", BudgetPeriod::ofLabel, "rolling, calendar")
            .orElse(old.period()),
        fields.bool("count_token_calls").orElse(old.countTokenCalls()),
        spent.orElse(old.spentAnswer()));
  }

  ObjectNode json() {
    SimulatorSettings settings = world.settings();
    ObjectNode json =
        Json.object()
            .put("seed", settings.seed())
            .put("host_kind", settings.hostKind().label())
            .put("sign_in_by_key", settings.signInByKey())
            .put("require_api_key_header", settings.requireApiKeyHeader())
            .put("token_lifetime_seconds", settings.tokens().lifetimeSeconds())
            .put("single_use_refresh", settings.tokens().singleUseRefresh())
            .put("daily_limit", settings.budget().dailyLimit())
            .put("budget_period", settings.budget().period().label())
            .put("count_token_calls", settings.budget().countTokenCalls())
            .put("spent_status", settings.budget().spentAnswer().status());
    return HistorySettings.show(json, settings);
  }
}
