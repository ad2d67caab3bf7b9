package callcentre.runner.stack;

/** A small template with one of everything, and the changes that make it one to refuse. */
public final class SampleTemplate {

  private SampleTemplate() {}

  public static final String TEXT =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Transform: AWS::Serverless-2016-10-31
      Parameters:
        Stage: {Type: String}
      Globals:
        Function:
          Runtime: java25
          MemorySize: 512
          Timeout: 20
          Tracing: Active
          Environment:
            Variables:
              STAGE: !Ref Stage
      Resources:
        Api:
          Type: AWS::Serverless::Api
          Properties:
            StageName: !Ref Stage
            Auth:
              DefaultAuthorizer: Token
              Authorizers:
                Token:
                  FunctionArn: !Ref GuardFunction.Alias
                  FunctionPayloadType: REQUEST
                  Identity: {Headers: [Authorization], ReauthorizeEvery: 60}
            GatewayResponses:
              UNAUTHORIZED:
                StatusCode: 401
                ResponseParameters: {Headers: {x-request-id: context.requestId}}
                ResponseTemplates: {application/json: "{}"}
        GuardFunction:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: functions/guard/target/package
            Handler: callcentre.runner.sample.SampleHandler
            Environment:
              Variables:
                JWT_ISSUER: http://issuer
                JWT_AUDIENCE: dashboard
                JWT_HS256_SECRET_ID: !Ref Empty
        ThingsFunction:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: functions/things/target/package
            Handler: callcentre.runner.sample.SampleHandler
            Environment:
              Variables:
                QUEUE_URL: !Ref Jobs
            Events:
              One:
                Type: Api
                Properties: {RestApiId: !Ref Api, Path: "/things/{id}", Method: any}
              Preflight:
                Type: Api
                Properties: {RestApiId: !Ref Api, Path: "/things/{id}", Method: OPTIONS, Auth: {Authorizer: NONE}}
        JobWorkerFunction:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: functions/job-worker/target/package
            Handler: callcentre.runner.sample.SampleHandler
            ReservedConcurrentExecutions: 3
            Environment:
              Variables:
                QUEUE_URL: !Ref Jobs
                KEY_ID: !Ref Key
                EMPTY: ""
            Events:
              Jobs:
                Type: SQS
                Properties:
                  Queue: !GetAtt Jobs.Arn
                  BatchSize: 1
                  FunctionResponseTypes: [ReportBatchItemFailures]
                  ScalingConfig: {MaximumConcurrency: 4}
              Changes:
                Type: DynamoDB
                Properties:
                  Stream: !GetAtt Things.StreamArn
                  StartingPosition: TRIM_HORIZON
                  BatchSize: 50
                  MaximumRetryAttempts: 5
                  BisectBatchOnFunctionError: true
                  FunctionResponseTypes: [ReportBatchItemFailures]
                  FilterCriteria: {Filters: [{Pattern: '{"eventName":["INSERT"]}'}]}
                  DestinationConfig: {OnFailure: {Type: SQS, Destination: !GetAtt Dlq.Arn}}
              Due:
                Type: ScheduleV2
                Properties: {ScheduleExpression: rate(5 minutes), State: DISABLED}
        Logs:
          Type: AWS::Logs::LogGroup
        Things:
          Type: AWS::DynamoDB::Table
          Properties:
            TableName: !Sub "${Stage}-things"
            BillingMode: PAY_PER_REQUEST
            AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
            KeySchema: [{AttributeName: id, KeyType: HASH}]
            StreamSpecification: {StreamViewType: NEW_IMAGE}
        Jobs:
          Type: AWS::SQS::Queue
          Properties:
            QueueName: !Sub "${Stage}-jobs"
            VisibilityTimeout: 120
            RedrivePolicy: {deadLetterTargetArn: !GetAtt Dlq.Arn, maxReceiveCount: 3}
        Dlq:
          Type: AWS::SQS::Queue
          Properties:
            QueueName: !Sub "${Stage}-dlq"
        Key:
          Type: AWS::SecretsManager::Secret
          Properties:
            Name: !Sub "${Stage}/key"
            GenerateSecretString: {SecretStringTemplate: "{}", GenerateStringKey: master, PasswordLength: 64}
        Empty:
          Type: AWS::SecretsManager::Secret
          Properties:
            Name: !Sub "${Stage}/empty"
      """;

  /** A WebSocket API, to stand behind {@link #TEXT}. */
  public static final String LIVE =
      """
        LiveApi:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: !Sub "${Stage}-live", ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.type}
        LiveIntegration:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref LiveApi
            IntegrationType: AWS_PROXY
            IntegrationUri: !Sub "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${LiveFunction.Alias}/invocations"
        LiveConnect:
          Type: AWS::ApiGatewayV2::Route
          Properties: {ApiId: !Ref LiveApi, RouteKey: $connect, AuthorizationType: NONE, Target: !Sub "integrations/${LiveIntegration}"}
        LiveDefault:
          Type: AWS::ApiGatewayV2::Route
          Properties: {ApiId: !Ref LiveApi, RouteKey: $default, Target: !Join [/, [integrations, !Ref LiveIntegration]]}
        LiveDeployment:
          Type: AWS::ApiGatewayV2::Deployment
          DependsOn: [LiveConnect, LiveDefault]
          Properties: {ApiId: !Ref LiveApi}
        LiveStage:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref LiveApi, StageName: !Ref Stage, DeploymentId: !Ref LiveDeployment, DefaultRouteSettings: {ThrottlingRateLimit: 100}}
        LivePermission:
          Type: AWS::Lambda::Permission
          Properties: {FunctionName: !Ref LiveFunction.Alias, Action: "lambda:InvokeFunction", Principal: apigateway.amazonaws.com}
        LiveFunction:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: functions/live/target/package
            Handler: callcentre.runner.sample.SampleHandler
            AutoPublishAlias: live
            Environment:
              Variables:
                LIVE_URL: !Sub "${LiveApi.ApiEndpoint}/${LiveStage}"
                LIVE_MANAGEMENT_ENDPOINT: !Sub "https://${LiveApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/${Stage}"
      """;

  static String with(String change) {
    String changed =
        switch (change) {
          case "type: AWS::SNS::Topic" ->
              TEXT.replace(
                  "  Logs:\n    Type: AWS::Logs::LogGroup", "  Topic:\n    Type: AWS::SNS::Topic");
          case "event: SNS" ->
              TEXT.replaceFirst("One:\n          Type: Api", "One:\n          Type: SNS");
          case "function: VpcConfig" ->
              TEXT.replace(
                  "Handler: callcentre.runner.sample.SampleHandler",
                  "Handler: callcentre.runner.sample.SampleHandler\n      VpcConfig: {}");
          case "runtime" -> TEXT.replace("Runtime: java25", "Runtime: java21");
          case "api: Cors" -> TEXT.replace("      Auth:\n", "      Cors: \"'*'\"\n      Auth:\n");
          case "queue: Fifo" ->
              TEXT.replace(
                  "VisibilityTimeout: 120", "VisibilityTimeout: 120\n      FifoQueue: true");
          case "response" -> TEXT.replace("UNAUTHORIZED:", "NO_SUCH:");
          case "schedule" -> TEXT.replace("rate(5 minutes)", "rate(1 minutes)");
          case "stream: ParallelizationFactor" ->
              TEXT.replace(
                  "MaximumRetryAttempts: 5",
                  "MaximumRetryAttempts: 5\n            ParallelizationFactor: 2");
          case "stream: position" -> TEXT.replace("TRIM_HORIZON", "AT_TIMESTAMP");
          case "stream: filter" -> TEXT.replace("[\"INSERT\"]", "[{\"exists\":true}]");
          case "stream: destination" -> TEXT.replace("{Type: SQS, D", "{Type: SNS, D");
          case "stream: none" ->
              TEXT.replace("      StreamSpecification: {StreamViewType: NEW_IMAGE}\n", "");
          default -> throw new IllegalArgumentException(change);
        };
    if (changed.equals(TEXT)) {
      throw new IllegalStateException("The change \"" + change + "\" changed nothing");
    }
    return changed;
  }
}
