package rongtong;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.TaskService;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "rongtong", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyWorkflowKnowsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("rongtong.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm..")
            .because("procedures must survive a change of engine");

    @ArchTest
    static final ArchRule onlyScreensKnowVaadin = noClasses()
            .that()
            .resideOutsideOfPackages("rongtong", "rongtong..ui..", "rongtong.portal..", "rongtong.identity..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin..")
            .because("rules must be testable and callable without a screen");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .resideOutsideOfPackage("rongtong.form")
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .because(
                    "days of the procedures are days in China, and tests move the clock; a form only asks its zone's offset");

    @ArchTest
    static final ArchRule controllersStayInTheirPackage = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .notBePublic()
            .andShould()
            .resideInAPackage("rongtong..rest..")
            .because("the interface for programs is a door of its module, used by nothing inside");

    @ArchTest
    static final ArchRule tasksAreCompletedInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("rongtong.workflow.Completion")
            .should()
            .callMethodWhere(target(owner(type(TaskService.class))).and(target(nameStartingWith("complete"))))
            .because("only there the inbox learns of it");
}
