package fr.plisante.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house rules that a machine can check, for the package of the test class that takes them on. */
public interface HouseRules {

    String ONLY_SPRING_CALLS = ".*(Controller|Listener|Settings|Configuration|Advice)";
    Set<String> ANNOTATES_WHAT_ONLY_SPRING_CALLS = Set.of(
            "org.springframework.stereotype.Controller",
            "org.springframework.stereotype.Repository",
            "org.springframework.web.bind.annotation.RestController",
            "org.springframework.web.bind.annotation.ControllerAdvice",
            "org.springframework.web.bind.annotation.RestControllerAdvice",
            "org.springframework.context.annotation.Configuration",
            "org.springframework.boot.autoconfigure.AutoConfiguration",
            "org.springframework.boot.context.properties.ConfigurationProperties",
            "org.springframework.kafka.annotation.KafkaListener");
    String NAMES_OF_PATTERNS =
            ".*[.$]((Abstract|Base|Default)[A-Z]\\w*|\\w+(Impl|Manager|Helper|Utils?|Dto|Service|Processor|Handler))";

    /** What other features may see although the rules would hide it: the faces of their own features. */
    default Set<Class<?>> faces() {
        return Set.of();
    }

    @Test
    default void hidesWhatOnlySpringCalls() {
        DescribedPredicate<JavaClass> seen =
                describe("public", type -> type.getModifiers().contains(JavaModifier.PUBLIC));
        DescribedPredicate<JavaClass> annotated = describe("annotated as such", HouseRules::isAnnotated);
        noClasses()
                .should(be(seen.and(annotated.or(nameMatching(ONLY_SPRING_CALLS)))
                        .and(DescribedPredicate.not(belongToAnyOf(faces().toArray(Class<?>[]::new))))
                        .as("public although only Spring calls it")))
                .check(own());
    }

    @Test
    default void namesSayWhatAndNotWhichPattern() {
        noClasses().should().haveNameMatching(NAMES_OF_PATTERNS).check(own());
    }

    @Test
    default void packagesDependOnEachOtherInOneDirection() {
        slices().matching("fr.plisante.(**)").should().beFreeOfCycles().check(own());
    }

    /** The classes of the package without its tests. */
    default JavaClasses own() {
        return classesOf(getClass().getPackageName());
    }

    /** The classes of a package and of those below it, from whatever module, without tests. */
    default JavaClasses classesOf(String name) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(name);
    }

    private static boolean isAnnotated(JavaClass type) {
        return Stream.concat(
                        type.getAnnotations().stream(),
                        type.getMethods().stream().flatMap(method -> method.getAnnotations().stream()))
                .anyMatch(annotation -> ANNOTATES_WHAT_ONLY_SPRING_CALLS.contains(
                        annotation.getRawType().getName()));
    }
}
