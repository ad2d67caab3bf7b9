package callcentre.checks.code;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What the container would make of our classes: annotated classes and methods of factories. */
final class Beans {

  private static final String FACTORY = "io.micronaut.context.annotation.Factory";
  private static final String CONTROLLER = "io.micronaut.http.annotation.Controller";
  private static final Set<String> SCOPES =
      Set.of(
          "jakarta.inject.Singleton",
          "io.micronaut.context.annotation.Prototype",
          "io.micronaut.context.annotation.Bean",
          "io.micronaut.context.annotation.Context",
          "io.micronaut.http.annotation.ServerFilter",
          "io.micronaut.http.annotation.Filter",
          CONTROLLER);

  private final Set<JavaClass> beanClasses = new LinkedHashSet<>();
  private final Set<JavaMethod> beanMethods = new LinkedHashSet<>();

  Beans(JavaClasses classes) {
    for (JavaClass type : classes) {
      if (isAnnotated(type.getAnnotations(), SCOPES)) {
        beanClasses.add(type);
      }
      if (isAnnotated(type.getAnnotations(), Set.of(FACTORY))) {
        type.getMethods().stream()
            .filter(method -> isAnnotated(method.getAnnotations(), SCOPES))
            .forEach(beanMethods::add);
      }
    }
  }

  /** What the framework finds and calls by itself: controllers, binders, converters, filters. */
  Set<JavaMember> calledByTheFramework() {
    Set<JavaMember> members = new LinkedHashSet<>();
    for (JavaClass type : beanClasses) {
      if (isAnnotated(type.getAnnotations(), Set.of(CONTROLLER)) || isOfTheFramework(type)) {
        members.addAll(type.getConstructors());
        members.addAll(type.getMethods());
      }
    }
    for (JavaMethod method : beanMethods) {
      if (isOfTheFramework(method.getRawReturnType())) {
        members.add(method);
        members.addAll(method.getOwner().getConstructors());
      }
    }
    return members;
  }

  /** What the container makes because this code is run: the beans behind its parameters. */
  Set<JavaMember> neededBy(JavaCodeUnit unit) {
    Set<JavaMember> members = new LinkedHashSet<>();
    if (isMadeByTheContainer(unit)) {
      unit.getParameterTypes().stream()
          .flatMap(Beans::involved)
          .forEach(type -> members.addAll(providersOf(type)));
    }
    // The root asks the container by class: context.getBean(Exchange.class).
    if (unit.getOwner().getPackageName().equals("callcentre.api")) {
      for (ReferencedClassObject asked : unit.getReferencedClassObjects()) {
        members.addAll(providersOf(asked.getRawType()));
      }
    }
    return members;
  }

  private boolean isMadeByTheContainer(JavaCodeUnit unit) {
    return unit instanceof JavaConstructor
        ? beanClasses.contains(unit.getOwner())
        : unit instanceof JavaMethod && beanMethods.contains(unit);
  }

  private Set<JavaMember> providersOf(JavaClass wanted) {
    Set<JavaMember> members = new LinkedHashSet<>();
    if (wanted.getName().equals("java.lang.Object")) {
      return members;
    }
    for (JavaClass type : beanClasses) {
      if (type.isAssignableTo(wanted.getName())) {
        members.addAll(type.getConstructors());
      }
    }
    for (JavaMethod method : beanMethods) {
      if (method.getRawReturnType().isAssignableTo(wanted.getName())) {
        members.add(method);
        members.addAll(method.getOwner().getConstructors());
      }
    }
    return members;
  }

  private static Stream<JavaClass> involved(JavaType type) {
    return type.getAllInvolvedRawTypes().stream();
  }

  private static boolean isOfTheFramework(JavaClass type) {
    return Stream.concat(Stream.of(type), type.getAllRawInterfaces().stream())
        .anyMatch(each -> each.getPackageName().startsWith("io.micronaut"));
  }

  private static boolean isAnnotated(
      Set<? extends JavaAnnotation<?>> annotations, Set<String> names) {
    return annotations.stream()
        .anyMatch(annotation -> names.contains(annotation.getRawType().getName()));
  }
}
