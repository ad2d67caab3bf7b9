package callcentre.checks.template;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.aws.Variable;
import callcentre.checks.code.FunctionCode;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every environment variable that a function reads is declared, and the other way round. */
class EnvironmentTest {

  private static final Stack STACK = Stack.read();

  static Stream<StackFunction> functions() {
    return STACK.functions().stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionIsGivenExactlyTheVariablesThatItsCodeCanRead(StackFunction function) {
    assertThat(new TreeSet<>(function.variables()))
        .as(function.module())
        .isEqualTo(FunctionCode.of(function).constantsOf(Variable.class));
  }

  @Test
  void everyVariableHasAReaderAndAPlaceInTheTemplate() {
    Set<String> declared =
        functions().flatMap(function -> function.variables().stream()).collect(Collectors.toSet());
    assertThat(Arrays.stream(Variable.values()).map(Enum::name))
        .containsExactlyInAnyOrderElementsOf(declared);
  }

  @Test
  void everyParameterOfTheTemplateIsUsed() {
    String text =
        callcentre.checks.Repository.text(callcentre.checks.Repository.file("template.yaml"));
    assertThat(STACK.template().parameters())
        .allSatisfy(
            parameter ->
                assertThat(text)
                    .as(parameter.name())
                    .containsPattern("(!Ref |\\$\\{)" + parameter.name() + "\\b"));
  }
}
