package callcentre.checks.code;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which of our code can run in a function, read from its class files: from the roots along calls,
 * method references and overriding methods, into static initialisers, and through the container
 * ({@link Beans}) to whatever is injected. It errs by reaching too much, never too little: a method
 * of an interface reaches its implementations in all classes of which an object is made.
 */
public final class ReachableCode {

  private final JavaClasses classes;
  private final Beans beans;
  private final Set<JavaCodeUnit> reached = new LinkedHashSet<>();
  private final Set<JavaClass> initialised = new HashSet<>();
  private final Set<JavaClass> instantiated = new HashSet<>();
  private final Set<JavaMethod> called = new HashSet<>();
  private final Deque<JavaCodeUnit> open = new ArrayDeque<>();

  private ReachableCode(JavaClasses classes) {
    this.classes = classes;
    this.beans = new Beans(classes);
  }

  /** What can run when a handler that no framework calls is asked. */
  static ReachableCode ofHandler(JavaClasses classes, String handler) {
    ReachableCode code = new ReachableCode(classes);
    code.everythingOf(classes.get(handler));
    code.follow();
    return code;
  }

  /** What can run when the handler of the REST API is asked, with all controllers behind it. */
  static ReachableCode ofApi(JavaClasses classes, String handler) {
    ReachableCode code = new ReachableCode(classes);
    code.everythingOf(classes.get(handler));
    code.beans.calledByTheFramework().forEach(code::reach);
    code.follow();
    return code;
  }

  public Set<JavaCodeUnit> units() {
    return reached;
  }

  /** The constants of an enum that reachable code outside of the enum names. */
  public Set<String> constantsOf(Class<? extends Enum<?>> type) {
    Set<String> constants = new TreeSet<>();
    for (JavaCodeUnit unit : reached) {
      if (!unit.getOwner().isEquivalentTo(type)) {
        unit.getFieldAccesses().stream()
            .map(JavaAccess::getTarget)
            .filter(target -> target.getOwner().isEquivalentTo(type))
            .filter(target -> target.resolveMember().filter(ReachableCode::isConstant).isPresent())
            .forEach(target -> constants.add(target.getName()));
      }
    }
    return constants;
  }

  private static boolean isConstant(JavaField field) {
    return field.getModifiers().contains(JavaModifier.ENUM);
  }

  private void everythingOf(JavaClass handler) {
    handler.getConstructors().forEach(this::reach);
    handler.getMethods().stream()
        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
        .forEach(this::reach);
  }

  private void follow() {
    while (!open.isEmpty()) {
      JavaCodeUnit unit = open.remove();
      initialise(unit.getOwner());
      for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
        initialise(access.getTargetOwner());
        if (access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target) {
          target.resolveMember().ifPresent(this::reach);
        }
      }
      if (unit.isConstructor()) {
        instantiate(unit.getOwner());
      }
      beans.neededBy(unit).forEach(this::reach);
    }
  }

  private void reach(JavaMember member) {
    if (member instanceof JavaCodeUnit unit && isOurs(unit.getOwner()) && reached.add(unit)) {
      open.add(unit);
      if (unit instanceof JavaMethod method && called.add(method)) {
        instantiated.forEach(type -> reachOverride(type, method));
      }
    }
  }

  private void initialise(JavaClass type) {
    if (isOurs(type) && initialised.add(type)) {
      type.getStaticInitializer().ifPresent(this::reach);
      // Objects of an enum are made by its initialiser, and its constants' bodies are classes.
      if (type.isEnum()) {
        instantiate(type);
      }
    }
  }

  private void instantiate(JavaClass type) {
    if (isOurs(type) && instantiated.add(type)) {
      List.copyOf(called).forEach(method -> reachOverride(type, method));
      if (isCalledFromOutside(type)) {
        type.getAllMethods().stream()
            .filter(method -> isOurs(method.getOwner()))
            .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
            .forEach(this::reach);
      }
    }
  }

  /** Whether somebody else's code knows it by a type of theirs and may call any of its methods. */
  private static boolean isCalledFromOutside(JavaClass type) {
    Set<JavaClass> supertypes = new HashSet<>(type.getAllRawInterfaces());
    supertypes.addAll(type.getAllRawSuperclasses());
    return supertypes.stream()
        .filter(supertype -> !isOurs(supertype))
        .map(JavaClass::getName)
        .anyMatch(name -> !name.startsWith("java.lang."));
  }

  private void reachOverride(JavaClass type, JavaMethod method) {
    if (!type.equals(method.getOwner()) && type.isAssignableTo(method.getOwner().getName())) {
      for (JavaMethod own : type.getAllMethods()) {
        if (own.getName().equals(method.getName())
            && own.getRawParameterTypes().size() == method.getRawParameterTypes().size()) {
          reach(own);
        }
      }
    }
  }

  static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith("callcentre");
  }

  /** The constructors of a class as members to reach. */
  static Set<JavaConstructor> constructors(JavaClass type) {
    return type.getConstructors();
  }

  /** The class files that were looked at. */
  public JavaClasses classes() {
    return classes;
  }
}
