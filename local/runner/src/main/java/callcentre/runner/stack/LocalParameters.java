package callcentre.runner.stack;

import callcentre.cloud.template.Parameter;
import callcentre.cloud.template.Template;
import callcentre.runner.cli.Options;
import callcentre.runner.seed.DemoUser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters of the stage on a development machine. */
public final class LocalParameters {

  private LocalParameters() {}

  /**
   * Values for those parameters that the template has; what the command line gives wins.
   *
   * @throws callcentre.cloud.template.TemplateException for a name or value of the command line
   *     that the template does not take
   */
  public static Template apply(Template template, Options options) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("Stage", options.stage());
    values.put("AppVersion", "local");
    values.put("JwtHs256", "true");
    values.put("JwtJwksUrl", "");
    values.put("JwtIssuer", "http://localhost/runner");
    values.put("JwtAudience", "mightycall-dashboard");
    values.put("BootstrapAdminSub", DemoUser.ADMINISTRATOR);
    values.put("AllowedOrigins", "http://localhost:*,http://127.0.0.1:*");
    values.put("AudioUrl", options.address());
    values.put("SyncEnabled", "true");
    Set<String> declared =
        template.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
    values.keySet().retainAll(declared);
    values.putAll(options.parameters());
    return template.with(values);
  }
}
