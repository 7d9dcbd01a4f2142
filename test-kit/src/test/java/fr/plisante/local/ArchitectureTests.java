package fr.plisante.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import fr.plisante.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests implements HouseRules {

    @Test
    void componentsKnowNothingOfThePlatform() {
        noClasses()
                .that()
                .resideInAnyPackage("..component..", "..store..", "..sink..", "..secret..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("fr.plisante.local", "..command..", "fr.plisante.samples..")
                .check(new ClassFileImporter().importPackages("fr.plisante.local"));
    }
}
