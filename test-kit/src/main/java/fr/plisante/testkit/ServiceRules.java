package fr.plisante.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.function.Predicate.not;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasName;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house rules of what runs beside another version of itself: about time, stored documents and events. */
public interface ServiceRules extends HouseRules {

    String MAKES_THE_CLOCK = "fr.plisante.starter.ClockAutoConfiguration";
    Set<String> NAMES_A_STORED_OR_READ_TYPE = Set.of(
            "com.mongodb.client.MongoCollection",
            "fr.plisante.starter.event.PublishingCollection",
            "fr.plisante.starter.event.ReceivedEvent",
            "fr.plisante.starter.store.Leases");

    Pattern WHOLE_DOCUMENT = Pattern.compile("^com\\.mongodb\\..*[Rr]eplace(One|Options)?");

    @Test
    default void asksTheClockForTheTime() {
        DescribedPredicate<JavaAccess<?>> past =
                describe("the system's time past the Clock", ServiceRules::isSystemTime);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(MAKES_THE_CLOCK)
                .should()
                .accessTargetWhere(past)
                .check(own());
    }

    /** A whole document would erase what a newer version wrote beside. */
    @Test
    default void replacesNoStoredDocument() {
        DescribedPredicate<JavaAccess<?>> replacing = describe(
                "a replacing write",
                access ->
                        WHOLE_DOCUMENT.matcher(access.getTarget().getFullName()).find());
        noClasses().should().accessTargetWhere(replacing).check(own());
    }

    @Test
    default void hasAnUnknownConstantInEveryEnumThatIsStoredOrRead() {
        var classes = classesOf("fr.plisante");
        var stored = stored(classes);
        DescribedPredicate<JavaClass> closed = describe(
                "a stored or read enum without UNKNOWN",
                type -> type.isEnum()
                        && stored.contains(type)
                        && type.tryGetField("UNKNOWN").isEmpty());
        noClasses().should(be(closed)).check(classes);
    }

    /** The types of the stored records and read events, and of their components, theirs and so on. */
    private static Set<JavaClass> stored(JavaClasses classes) {
        var found = new HashSet<JavaClass>();
        classes.stream()
                .flatMap(type -> Stream.of(
                                type.getFields().stream().map(JavaField::getType),
                                type.getCodeUnits().stream().map(unit -> unit.getReturnType()),
                                type.getCodeUnits().stream().flatMap(unit -> unit.getParameterTypes().stream()))
                        .flatMap(all -> all))
                .map(JavaType::getAllInvolvedRawTypes)
                .filter(types -> types.stream().map(HasName::getName).anyMatch(NAMES_A_STORED_OR_READ_TYPE::contains))
                .flatMap(Collection::stream)
                .forEach(type -> add(type, found));
        classes.stream()
                .filter(type -> type.isAssignableTo("fr.plisante.events.Event"))
                .forEach(type -> add(type, found));
        return found;
    }

    private static void add(JavaClass type, Set<JavaClass> found) {
        if (!type.getPackageName().startsWith("fr.plisante.") || !found.add(type)) {
            return;
        }
        Stream.concat(
                        type.getFields().stream()
                                .filter(not(field -> field.getModifiers().contains(JavaModifier.STATIC)))
                                .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream()),
                        type.getAllSubclasses().stream())
                .forEach(part -> add(part, found));
    }

    private static boolean isSystemTime(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        var ofAClock = target.getRawParameterTypes().stream()
                .anyMatch(type -> type.getName().equals("java.time.Clock"));
        return switch (target.getOwner().getName()) {
            case "java.lang.System" -> target.getName().equals("currentTimeMillis");
            case "java.time.Clock" -> target.getName().startsWith("system");
            case "java.util.Date" ->
                target.getRawParameterTypes().isEmpty() && target.getName().equals("<init>");
            case String owner ->
                owner.startsWith("java.time.") && target.getName().equals("now") && !ofAClock;
        };
    }
}
