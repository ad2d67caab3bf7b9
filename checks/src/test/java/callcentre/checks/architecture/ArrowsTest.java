package callcentre.checks.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.checks.Repository;
import callcentre.checks.architecture.Modules.Module;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which module may use which (docs/adr/0001-modules-and-arrows.md). */
class ArrowsTest {

  private static final Pattern MODULE_OF_BUILD = Pattern.compile("<module>([^<]+)</module>");

  static Stream<Module> modules() {
    return Modules.ALL.stream();
  }

  @Test
  void everyModuleOfTheBuildIsKnownHere() {
    List<String> declared = new ArrayList<>(modulesIn("pom.xml"));
    declared.removeAll(List.of("functions", "checks"));
    modulesIn("functions/pom.xml").forEach(name -> declared.add("functions/" + name));
    assertThat(modules().map(Module::folder)).containsExactlyInAnyOrderElementsOf(declared);
    assertThat(modules().map(Module::classes).filter(classes -> !Files.isDirectory(classes)))
        .as("these tests look at compiled modules, run ./test")
        .isEmpty();
    assertThat(Modules.CLASSES).allMatch(type -> Modules.of(type).isPresent());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void noArrowPointsTheWrongWay(Module module) {
    TreeSet<String> wrong = new TreeSet<>();
    for (JavaClass type : Modules.CLASSES) {
      if (module.holds(type)) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          Optional<Module> target = Modules.of(dependency.getTargetClass().getBaseComponentType());
          if (target.isPresent()
              && !target.get().equals(module)
              && !module.mayUse().contains(target.get().folder())) {
            wrong.add(dependency.getDescription());
          }
        }
      }
    }
    assertThat(wrong).as(module.folder() + " may use " + module.mayUse()).isEmpty();
  }

  @Test
  void theDomainIsPureJava() {
    classes()
        .that()
        .resideInAPackage("callcentre.domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "callcentre.domain..",
            "java..",
            "org.jspecify.annotations..",
            "com.google.i18n.phonenumbers..")
        .check(Modules.CLASSES);
  }

  @Test
  void onlyWhatTalksToAwsKnowsItsClients() {
    noClasses()
        .that()
        .resideInAnyPackage("callcentre.domain..", "callcentre.simulator..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", "com.amazonaws..", "io.micronaut..")
        .check(Modules.CLASSES);
  }

  @Test
  void eventFunctionsHaveNoFramework() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "callcentre.functions.authorizer..",
            "callcentre.functions.scheduledsync..",
            "callcentre.functions.syncworker..",
            "callcentre.functions.callprojector..",
            "callcentre.functions.livepublisher..",
            "callcentre.functions.webhookreceiver..",
            "callcentre.functions.webhookrecovery..",
            "callcentre.functions.smssender..",
            "callcentre.functions.smsdispatcher..",
            "callcentre.messaging..",
            "callcentre.views..",
            "callcentre.storage..",
            "callcentre.client..",
            "callcentre.sync..",
            "callcentre.aws..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.micronaut..", "jakarta.inject..")
        .check(Modules.CLASSES);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void thePackagesOfAModuleHaveNoCycle(Module module) {
    slices()
        .matching(module.rootPackage() + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(Modules.CLASSES);
  }

  private static List<String> modulesIn(String pom) {
    return MODULE_OF_BUILD
        .matcher(Repository.text(Repository.file(pom)))
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
