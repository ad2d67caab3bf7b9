package callcentre.cloud;

import callcentre.cloud.template.References;
import callcentre.cloud.template.Resource;
import callcentre.cloud.template.Section;
import callcentre.cloud.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/**
 * The {@code AWS::DynamoDB::Table} resources of the template as requests, so that tests and the
 * local system have the tables of a deploy and no others.
 *
 * <p>Left out is what protects or bills data and does not change behaviour here: recovery,
 * encryption, deletion protection, tags, contributor insights; and expiry, which DynamoDB Local
 * takes but does not carry out. A property of any other name is refused.
 */
public final class TemplateTables {

  private static final String TYPE = "AWS::DynamoDB::Table";

  private static final Set<String> KNOWN =
      Set.of(
          "TableName",
          "AttributeDefinitions",
          "KeySchema",
          "BillingMode",
          "GlobalSecondaryIndexes",
          "LocalSecondaryIndexes",
          "StreamSpecification",
          "TimeToLiveSpecification",
          "PointInTimeRecoverySpecification",
          "SSESpecification",
          "DeletionProtectionEnabled",
          "ContributorInsightsSpecification",
          "Tags");

  private TemplateTables() {}

  /**
   * The tables of this repository's template for a stage.
   *
   * @param stage value of the parameter {@code Stage}
   */
  public static List<CreateTableRequest> of(String stage) {
    return of(Template.ofRepository().with(Map.of("Stage", stage)));
  }

  /**
   * The tables of a template.
   *
   * @param template with values for the parameters that its tables use
   * @throws callcentre.cloud.template.TemplateException when a table says something that cannot be
   *     honoured
   */
  public static List<CreateTableRequest> of(Template template) {
    return template.resources(TYPE).stream().map(TemplateTables::request).toList();
  }

  /**
   * Makes the tables of this repository's template for a stage in a cloud, where they do not exist.
   *
   * @param stage value of the parameter {@code Stage}
   */
  public static void create(Cloud cloud, String stage) {
    of(stage).forEach(cloud::createTable);
  }

  /**
   * Makes one table of this repository's template: a test of one repository needs no more.
   *
   * @param stage value of the parameter {@code Stage}
   * @param name its name without the stage, e.g. {@code leases}
   * @return its whole name
   * @throws IllegalArgumentException when the template has no such table
   */
  public static String create(Cloud cloud, String stage, String name) {
    String whole = stage + "-" + name;
    CreateTableRequest request =
        of(stage).stream()
            .filter(table -> table.tableName().equals(whole))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("template.yaml has no table " + name));
    cloud.createTable(request);
    return whole;
  }

  private static CreateTableRequest request(Resource table) {
    Section properties = table.properties(References.NONE);
    properties.allowOnly(KNOWN);
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(properties.requireText("TableName"))
            .attributeDefinitions(
                properties.sections("AttributeDefinitions").stream()
                    .map(TemplateTables::attribute)
                    .toList())
            .keySchema(keys(properties))
            .billingMode(properties.text("BillingMode").orElse(BillingMode.PROVISIONED.toString()));
    List<GlobalSecondaryIndex> global =
        properties.sections("GlobalSecondaryIndexes").stream()
            .map(TemplateTables::globalIndex)
            .toList();
    List<LocalSecondaryIndex> local =
        properties.sections("LocalSecondaryIndexes").stream()
            .map(TemplateTables::localIndex)
            .toList();
    if (!global.isEmpty()) {
      request.globalSecondaryIndexes(global);
    }
    if (!local.isEmpty()) {
      request.localSecondaryIndexes(local);
    }
    stream(properties).ifPresent(request::streamSpecification);
    return request.build();
  }

  private static AttributeDefinition attribute(Section section) {
    return AttributeDefinition.builder()
        .attributeName(section.requireText("AttributeName"))
        .attributeType(section.requireText("AttributeType"))
        .build();
  }

  private static List<KeySchemaElement> keys(Section section) {
    return section.sections("KeySchema").stream()
        .map(
            key ->
                KeySchemaElement.builder()
                    .attributeName(key.requireText("AttributeName"))
                    .keyType(key.requireText("KeyType"))
                    .build())
        .toList();
  }

  private static GlobalSecondaryIndex globalIndex(Section index) {
    index.allowOnly(Set.of("IndexName", "KeySchema", "Projection"));
    return GlobalSecondaryIndex.builder()
        .indexName(index.requireText("IndexName"))
        .keySchema(keys(index))
        .projection(projection(index))
        .build();
  }

  private static LocalSecondaryIndex localIndex(Section index) {
    index.allowOnly(Set.of("IndexName", "KeySchema", "Projection"));
    return LocalSecondaryIndex.builder()
        .indexName(index.requireText("IndexName"))
        .keySchema(keys(index))
        .projection(projection(index))
        .build();
  }

  private static Projection projection(Section index) {
    Section section = index.requireSection("Projection");
    Projection.Builder projection =
        Projection.builder().projectionType(section.requireText("ProjectionType"));
    List<String> attributes = section.texts("NonKeyAttributes");
    if (!attributes.isEmpty()) {
      projection.nonKeyAttributes(attributes);
    }
    return projection.build();
  }

  private static Optional<StreamSpecification> stream(Section properties) {
    return properties
        .section("StreamSpecification")
        .map(
            stream ->
                StreamSpecification.builder()
                    .streamEnabled(true)
                    .streamViewType(stream.requireText("StreamViewType"))
                    .build());
  }
}
