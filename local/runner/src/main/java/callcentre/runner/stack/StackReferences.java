package callcentre.runner.stack;

import callcentre.cloud.template.References;
import callcentre.cloud.template.Template;
import callcentre.cloud.template.TemplateException;
import callcentre.runner.live.LiveDefinition;

/** What resources are called here: what stores is asked by its own kind, the rest is made up. */
final class StackReferences implements References {

  private final Template template;
  private final References stores;

  /**
   * @param stores knows tables, queues and secrets
   */
  StackReferences(Template template, References stores) {
    this.template = template;
    this.stores = stores;
  }

  @Override
  public Object ref(String logicalId) {
    return switch (template.resource(logicalId).type()) {
      case "AWS::Serverless::Function" -> FunctionNames.of(logicalId);
      case "AWS::Serverless::Api",
          "AWS::Logs::LogGroup",
          "AWS::IAM::Role",
          LiveReader.API,
          LiveReader.ROUTE,
          LiveReader.INTEGRATION,
          LiveReader.DEPLOYMENT ->
          logicalId;
      // Its own resource names it; nothing else has the name.
      case LiveReader.STAGE ->
          template
              .resource(logicalId)
              .property("StageName", this)
              .orElseThrow(() -> new TemplateException(logicalId, "has no StageName"));
      default -> stores.ref(logicalId);
    };
  }

  @Override
  public Object attribute(String logicalId, String attribute) {
    return switch (template.resource(logicalId).type() + "." + attribute) {
      case "AWS::Serverless::Function.Arn" -> FunctionNames.arn(logicalId);
      case "AWS::Serverless::Function.Alias" -> FunctionNames.arn(logicalId) + ":live";
      case LiveReader.API + ".ApiEndpoint" -> "wss://" + LiveDefinition.host(logicalId);
      case "AWS::Logs::LogGroup.Arn" ->
          "arn:aws:logs:us-east-1:000000000000:log-group:" + logicalId;
      case "AWS::IAM::Role.Arn" -> "arn:aws:iam::000000000000:role/" + logicalId;
      case "AWS::Serverless::Api.RootResourceId" ->
          throw new TemplateException("GetAtt " + logicalId, "there is no root resource here");
      default -> stores.attribute(logicalId, attribute);
    };
  }
}
