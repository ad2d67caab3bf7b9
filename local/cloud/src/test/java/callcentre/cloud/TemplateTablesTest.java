package callcentre.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.cloud.template.Template;
import callcentre.cloud.template.TemplateException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

@ExtendWith(CloudExtension.class)
class TemplateTablesTest {

  @Test
  void aTableIsMadeAsTheTemplateDeclaresIt() throws IOException {
    CreateTableRequest table = small("Stage", "prod").getFirst();

    assertThat(table.tableName()).isEqualTo("prod-phone_numbers");
    assertThat(table.billingModeAsString()).isEqualTo("PAY_PER_REQUEST");
    assertThat(table.attributeDefinitions())
        .extracting(attribute -> attribute.attributeName() + attribute.attributeType())
        .containsExactly(
            "number" + ScalarAttributeType.S,
            "organisation" + ScalarAttributeType.S,
            "from" + ScalarAttributeType.N);
    assertThat(table.keySchema()).containsExactly(key("number", KeyType.HASH));
    assertThat(table.globalSecondaryIndexes())
        .singleElement()
        .satisfies(
            index -> {
              assertThat(index.indexName()).isEqualTo("by_organisation");
              assertThat(index.keySchema())
                  .containsExactly(key("organisation", KeyType.HASH), key("from", KeyType.RANGE));
              assertThat(index.projection().projectionType()).isEqualTo(ProjectionType.INCLUDE);
              assertThat(index.projection().nonKeyAttributes()).containsExactly("label");
            });
    assertThat(table.streamSpecification().streamViewType())
        .isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
  }

  @Test
  void aPropertyThatNobodyHereUnderstandsIsRefused() {
    Template template =
        Template.parse(
            """
            Resources:
              Table:
                Type: AWS::DynamoDB::Table
                Properties:
                  TableName: t
                  ImportSourceSpecification: {InputFormat: CSV}
            """);

    assertThatThrownBy(() -> TemplateTables.of(template))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("cannot honour [ImportSourceSpecification]");
  }

  @Test
  void everyTableOfTheRepositoryCanBeMade(Cloud cloud) {
    String stage = cloud.newStage();

    TemplateTables.create(cloud, stage);

    assertThat(cloud.dynamoDb().listTablesPaginator().tableNames().stream().toList())
        .containsAll(TemplateTables.of(stage).stream().map(CreateTableRequest::tableName).toList())
        .contains(stage + "-phone_numbers", stage + "-leases");
  }

  @Test
  void oneTableOfTheRepositoryIsEnoughForATestOfIt(Cloud cloud) {
    String stage = cloud.newStage();

    assertThat(TemplateTables.create(cloud, stage, "leases")).isEqualTo(stage + "-leases");

    assertThatThrownBy(() -> TemplateTables.create(cloud, stage, "leeses"))
        .hasMessageContaining("no table leeses");
  }

  private static List<CreateTableRequest> small(String parameter, String value) throws IOException {
    try (InputStream file = TemplateTablesTest.class.getResourceAsStream("template/small.yaml")) {
      Template template = Template.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
      return TemplateTables.of(template.with(Map.of(parameter, value)));
    }
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
