package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.Marks;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.settings.VoicemailUnit;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class VoicemailsTest extends HistoryTest {

  private static final String VOICEMAILS = "/v4/api/voicemails";

  @Test
  void aVoicemailHasItsOwnIdAndTime() {
    PhoneCall call = leave(30, "+19175550188", false);

    JsonNode voicemail = list(VOICEMAILS).at("/voicemails/0");

    assertThat(voicemail.path("id").asText())
        .isEqualTo(Caller.voicemailOf(call).id())
        .isNotEqualTo(call.guid());
    Instant left = OffsetDateTime.parse(voicemail.path("dateTimeUtc").asText()).toInstant();
    assertThat(left).isAfter(call.at()).isBefore(call.at().plusSeconds(60));
    assertThat(voicemail.path("assignedTo").asText()).isEqualTo("Maria Lopez");
    assertThat(voicemail.path("duration").asText()).isEqualTo("27");
  }

  @Test
  void theUnitOfTheDurationIsASwitch() {
    leave(30, "+19175550188", false);
    simulator.change(s -> s.withHistory(s.history().withVoicemailUnit(VoicemailUnit.MILLISECONDS)));

    assertThat(list(VOICEMAILS).at("/voicemails/0/duration").asText()).isEqualTo("27000");
  }

  @Test
  void filtersChooseByWhatWasReadAndByTheFieldThatIsSearched() {
    leave(30, "+19175550188", false);
    leave(40, "+12125550147", true);

    assertThat(froms("voicemailFilter=Read")).containsExactly("+12125550147");
    assertThat(froms("voicemailFilter=unread")).containsExactly("+19175550188");
    assertThat(froms("voicemailFilter=ReadAndUnRead")).hasSize(2);
    assertThat(froms("voicemailFilter=Read,UnRead")).hasSize(2);
    assertThat(froms("voicemailFilter=CallerAddress&customFilter=0188"))
        .containsExactly("+19175550188");
    assertThat(froms("voicemailFilter=CalledAddress&customFilter=0188")).isEmpty();
    assertThat(froms("customFilter=maria")).hasSize(2);
    assertThat(caller.get(VOICEMAILS + "?voicemailFilter=Old", token).status()).isEqualTo(400);
  }

  @Test
  void theListIsPagedBySkip() {
    leave(30, "+19175550101", false);
    leave(40, "+19175550102", false);
    leave(50, "+19175550103", false);

    assertThat(froms("pageSize=1&skip=1")).containsExactly("+19175550102");
    assertThat(list(VOICEMAILS + "?pageSize=1").path("total").asInt()).isEqualTo(3);
  }

  @Test
  void whatTheJournalDeletedIsGone() {
    PhoneCall call = leave(30, "+19175550188", false);
    String id = Caller.voicemailOf(call).id();
    assertThat(caller.get(VOICEMAILS + "/" + id, token).status()).isEqualTo(200);

    caller.delete(REQUESTS + "/voicemail?removeText=false&requestIds=" + call.requestId(), token);

    assertThat(list(VOICEMAILS).path("total").asInt()).isZero();
    Caller.Reply gone = caller.get(VOICEMAILS + "/" + id, token);
    assertThat(gone.status()).isEqualTo(400);
    assertThat(gone.json().path("message").asText()).isEqualTo("Voicemail not found");
  }

  @Test
  void aCallsIdIsNoVoicemailsId() {
    PhoneCall call = leave(30, "+19175550188", false);

    assertThat(caller.get(VOICEMAILS + "/" + call.guid(), token).status()).isEqualTo(400);
    assertThat(caller.get("/v4/api/calls/" + Caller.voicemailOf(call).id(), token).status())
        .isEqualTo(400);
  }

  private List<String> froms(String query) {
    return texts(list(VOICEMAILS + "?" + query).path("voicemails"), "from");
  }

  private PhoneCall leave(int minutesAgo, String from, boolean read) {
    return simulator.add(
        CallDraft.at(minutesAgo(minutesAgo))
            .from(from, null)
            .ringing(Duration.ofSeconds(20))
            .leaving(null, Duration.ofSeconds(27), "Hi, please call me back.", "101")
            .marked(Marks.NONE.withRead(read)));
  }
}
