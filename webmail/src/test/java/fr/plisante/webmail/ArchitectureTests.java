package fr.plisante.webmail;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The house rules that a machine can check. */
class ArchitectureTests {

    private static final String PLUMBING = ".*(Controller|Listener|Settings|Configuration)";
    private static final String BANNED =
            ".*\\.((Abstract|Base|Default)[A-Z]\\w*|\\w+(Impl|Manager|Helper|Utils?|Dto|Service|Processor|Handler))";

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fr.plisante.webmail");

    @Test
    void hidesWhatOnlySpringCalls() {
        classes().that().haveNameMatching(PLUMBING).should().notBePublic().check(service);
    }

    @Test
    void namesSayWhatAndNotWhichPattern() {
        noClasses().should().haveNameMatching(BANNED).check(service);
    }

    @Test
    void featuresDependOnEachOtherInOneDirection() {
        slices().matching("fr.plisante.webmail.(*)..").should().beFreeOfCycles().check(service);
    }
}
