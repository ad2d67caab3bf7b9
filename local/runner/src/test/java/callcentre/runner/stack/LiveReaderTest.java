package callcentre.runner.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.cloud.Cloud;
import callcentre.cloud.template.Template;
import callcentre.cloud.template.TemplateException;
import callcentre.cloud.websocket.RouteKey;
import callcentre.runner.live.LiveDefinition;
import callcentre.runner.live.LiveServers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveReaderTest {

  private static final String TEXT =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Transform: AWS::Serverless-2016-10-31
      Parameters:
        Stage: {Type: String}
      Globals:
        Function: {Runtime: java25}
      Resources:
      """
          + SampleTemplate.LIVE;

  private final Cloud cloud = Cloud.shared();
  private final String stage = cloud.newStage();

  @Test
  void anApiIsPutTogetherFromTheResourcesThatNameIt() {
    Stack stack = read(TEXT);

    assertThat(stack.liveApis())
        .containsExactly(
            new LiveDefinition(
                "LiveApi", stage, Map.of(RouteKey.CONNECT, "live", RouteKey.DEFAULT, "live")));
    assertThat(stack.notHonoured())
        .contains("1 × AWS::Lambda::Permission: anybody here may invoke functions")
        .anySatisfy(line -> assertThat(line).contains("WebSocket API", "DefaultRouteSettings"));
  }

  @Test
  void functionsGetTheAddressesOfThisMachineForThoseAtAws() {
    Stack stack = read(TEXT);
    LiveServers live = new LiveServers(Map.of(stack.liveApis().getFirst(), 4711));

    var variables =
        stack.functions().stream()
            .filter(function -> function.name().equals("live"))
            .map(live::withAddresses)
            .findFirst()
            .orElseThrow()
            .environment();

    assertThat(variables)
        .containsEntry("LIVE_URL", "ws://localhost:4711/" + stage)
        .containsEntry("LIVE_MANAGEMENT_ENDPOINT", "http://localhost:4711/" + stage);
    assertThat(live.addresses()).containsEntry("LiveApi", "ws://localhost:4711/" + stage);
  }

  @Test
  void whatCannotBeHonouredIsRefusedByItsName() {
    refused("ProtocolType: WEBSOCKET", "ProtocolType: HTTP", "serves WEBSOCKET only");
    refused("AuthorizationType: NONE", "AuthorizationType: AWS_IAM", "honours NONE only");
    refused("RouteKey: $default", "RouteKey: subscribe", "$connect, $disconnect and $default");
    refused("AWS_PROXY", "HTTP_PROXY", "serves AWS_PROXY only");
    refused("integrations/${LiveIntegration}", "elsewhere", "no integration of this template");
    refused("StageName: !Ref Stage, Dep", "StageName: !Ref Stage, Variables: {}, Dep", "Variables");
  }

  private void refused(String sound, String unsound, String reason) {
    String changed = TEXT.replace(sound, unsound);
    assertThat(changed).as(sound).isNotEqualTo(TEXT);
    assertThatThrownBy(() -> read(changed))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("Live")
        .hasMessageContaining(reason);
  }

  private Stack read(String text) {
    Template template = template(text);
    return new StackReader(template, new Provisioner(template, cloud), Path.of("/repository"))
        .read();
  }

  private Template template(String text) {
    return Template.parse(text).with(Map.of("Stage", stage));
  }
}
