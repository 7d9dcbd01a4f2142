package fr.plisante.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fr.plisante.local");

    @Test
    void namesSayWhatAndNotWhichPattern() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|Service|Processor|Handler)")
                .orShould()
                .haveNameMatching(".*\\.(Abstract|Base|Default)[A-Z]\\w*")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("fr.plisante.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void componentsKnowNothingOfThePlatform() {
        noClasses()
                .that()
                .resideInAnyPackage("..component..", "..store..", "..sink..", "..secret..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("fr.plisante.local", "..command..", "..sample..")
                .check(CLASSES);
    }
}
