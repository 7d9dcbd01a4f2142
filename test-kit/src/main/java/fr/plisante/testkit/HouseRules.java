package fr.plisante.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The house rules that a machine can check, for the package of the test class that takes them on. */
public interface HouseRules {

    String ONLY_SPRING_CALLS = ".*(Controller|Listener|Settings|Configuration)";
    String REPOSITORY = "org.springframework.stereotype.Repository";
    String NAMES_OF_PATTERNS =
            ".*[.$]((Abstract|Base|Default)[A-Z]\\w*|\\w+(Impl|Manager|Helper|Utils?|Dto|Service|Processor|Handler))";

    /** What other features may see although the rules would hide it: the faces of their own features. */
    default Set<Class<?>> faces() {
        return Set.of();
    }

    @Test
    default void hidesWhatOnlySpringCalls() {
        hides(nameMatching(ONLY_SPRING_CALLS));
    }

    @Test
    default void hidesRepositories() {
        hides(annotatedWith(REPOSITORY));
    }

    @Test
    default void namesSayWhatAndNotWhichPattern() {
        noClasses().should().haveNameMatching(NAMES_OF_PATTERNS).check(own());
    }

    @Test
    default void packagesDependOnEachOtherInOneDirection() {
        slices().matching("fr.plisante.(**)").should().beFreeOfCycles().check(own());
    }

    private void hides(DescribedPredicate<? super JavaClass> these) {
        classes()
                .that(are(these))
                .and(are(not(belongToAnyOf(faces().toArray(Class<?>[]::new)))))
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .check(own());
    }

    private JavaClasses own() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(getClass().getPackageName());
    }
}
