package rongtong;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import rongtong.form.Field;
import rongtong.form.Form;
import rongtong.shared.Csv;
import rongtong.workflow.ProcessBean;

/** Diagrams, forms and code agree: what a diagram names exists, and is called what the diagram calls it. */
class BpmnConventionsTest {

    static final int MOST_ELEMENTS = 20;
    static final Pattern CALL = Pattern.compile("(\\w+)\\.(\\w+)\\(([^()]*)\\)");
    static final Set<String> FIELD_TYPES = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "radio",
            "select",
            "checklist",
            "taglist",
            "datetime",
            "text",
            "group",
            "separator",
            "spacer",
            "dynamiclist",
            "table",
            "filepicker");
    static final Map<String, Class<?>> PROCESS_BEANS = processBeans();

    static Stream<Path> diagrams() throws IOException {
        return files("bpmn", ".bpmn");
    }

    static Stream<Path> forms() throws IOException {
        return files("forms", ".form");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyUserTaskSaysWhoDoesWhatOnWhichClauseWithWhichForm(Path diagram) {
        for (var task : read(diagram).getModelElementsByType(UserTask.class)) {
            var name = "%s: \"%s\"".formatted(diagram, task.getId());
            assertThat(task.getCamundaCandidateGroups()).as(name + " group").startsWith("${desk.");
            assertThat(task.getCamundaAssignee()).as(name + " assignee").isNull();
            assertThat(task.getName()).as(name + " name").matches(".*\\p{IsHan}.*");
            assertThat(property(task, "name_en")).as(name + " English name").isNotBlank();
            assertThat(property(task, "clause")).as(name + " clause").isIn(clauses());
            assertThat(documentation(task)).as(name + " documentation").containsAnyOf("「", "文件未作规定");
            assertThatFormIsThere(diagram, task, name);
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everythingThatIsNamedOrExplainedIsSoInEnglishToo(Path diagram) {
        var model = read(diagram);
        var shapes = new ArrayList<BaseElement>(model.getModelElementsByType(FlowElement.class));
        shapes.addAll(model.getModelElementsByType(Lane.class));
        shapes.addAll(model.getModelElementsByType(Process.class));
        for (var shape : shapes) {
            var name = shape.getAttributeValue("name");
            if (name != null && !name.isBlank()) {
                assertThat(property(shape, "name_en"))
                        .as("%s: English name of \"%s\" (%s)", diagram, shape.getId(), name)
                        .isNotBlank()
                        .doesNotContainPattern("\\p{IsHan}");
            }
            if (shape instanceof UserTask || shape instanceof Process) {
                assertThat(property(shape, "documentation_en"))
                        .as("%s: English documentation of \"%s\"", diagram, shape.getId())
                        .isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyFormOfAStartEventIsThere(Path diagram) {
        for (var start : read(diagram).getModelElementsByType(StartEvent.class)) {
            if (camunda(start, "formRef") != null) {
                assertThatFormIsThere(diagram, start, "%s: \"%s\"".formatted(diagram, start.getId()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyReturnNamesAnEarlierStepAndTheChoiceThatLeadsThere(Path diagram) throws IOException {
        var model = read(diagram);
        for (var task : model.getModelElementsByType(UserTask.class)) {
            for (var path : propertiesBeginning(task, "return.").entrySet()) {
                var name = "%s: %s of \"%s\"".formatted(diagram, path.getKey(), task.getId());
                var decision = path.getValue().split("=", 2);
                assertThat(decision).as(name + " is <field>=<VALUE>").hasSize(2);
                assertThat((Object) model.getModelElementById(path.getKey().substring("return.".length())))
                        .as(name + " step")
                        .isInstanceOfAny(UserTask.class, CallActivity.class);
                assertThat(leadsTo(model, decision[0], decision[1]))
                        .as(name + " by the flows that the choice opens")
                        .contains(path.getKey().substring("return.".length()));
                var field = field(diagram, task, decision[0], name);
                assertThat(field.processVariable()).as(name + " variable").isTrue();
                if (field.property("values") instanceof List<?> options) {
                    assertThat(options)
                            .as(name + " choice")
                            .anyMatch(option -> decision[1].equals(((Map<?, ?>) option).get("value")));
                } else {
                    assertThat(field.property("valuesKey")).as(name + " choice").isNotNull();
                }
            }
            var reason = property(task, "returnReason");
            if (reason != null) {
                assertThat(field(diagram, task, reason, diagram + " returnReason")
                                .type())
                        .isEqualTo("textarea");
            }
        }
    }

    /** Ids of the user tasks that follow a gateway whose condition is the choice, through gateways alone. */
    private static List<String> leadsTo(BpmnModelInstance model, String field, String value) {
        var reached = new ArrayList<String>();
        for (var flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (flow.getConditionExpression() != null
                    && flow.getConditionExpression()
                            .getTextContent()
                            .replace(" ", "")
                            .equals("${%s=='%s'}".formatted(field, value))) {
                follow(flow.getTarget(), reached);
            }
        }
        return reached;
    }

    private static void follow(FlowNode node, List<String> reached) {
        if (!reached.contains(node.getId())) {
            reached.add(node.getId());
            if (node instanceof Gateway) {
                node.getSucceedingNodes().list().forEach(next -> follow(next, reached));
            }
        }
    }

    private static Field field(Path diagram, UserTask task, String key, String name) throws IOException {
        var folder =
                Path.of("forms").resolve(Path.of("bpmn").relativize(diagram).getName(0));
        var form = Form.parse(Files.readString(folder.resolve(camunda(task, "formRef") + ".form")));
        return form.fields().stream()
                .filter(field -> field.key().filter(key::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s: no field '%s'".formatted(name, key)));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyServiceTaskCallsTheMethodOfItsName(Path diagram) {
        for (var task : read(diagram).getModelElementsByType(ServiceTask.class)) {
            var call = Pattern.compile("\\$\\{" + CALL + "}").matcher(String.valueOf(task.getCamundaExpression()));
            if (!call.matches()) {
                fail("%s: \"%s\" must be ${bean.method(...)}", diagram, task.getName());
            }
            assertThat(task.getId())
                    .as("%s: \"%s\" is called like its method, or like it and more words", diagram, task.getName())
                    .matches(call.group(2) + "(\\p{Lu}.*)?");
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyExpressionCallsAMethodOfAProcessBean(Path diagram) throws IOException {
        for (var call : CALL.matcher(expressions(diagram)).results().toList()) {
            var bean = PROCESS_BEANS.get(call.group(1));
            assertThat(bean).as("%s: bean of %s", diagram, call.group()).isNotNull();
            assertThat(publicMethods(bean))
                    .as("%s: %s", diagram, call.group())
                    .anyMatch(method ->
                            method.getName().equals(call.group(2)) && method.getParameterCount() == arguments(call));
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noExpressionReachesIntoTheEngine(Path diagram) throws IOException {
        assertThat(expressions(diagram))
                .as("%s", diagram)
                .doesNotContainPattern("\\b(execution|task|caseExecution)\\b\\s*[.}]");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void thereAreNoScriptsAndListenersOnlyCallProcessBeans(Path diagram) {
        var model = read(diagram);
        var call = Pattern.compile("\\$\\{" + CALL + "}");

        assertThat(model.getModelElementsByType(ScriptTask.class)).isEmpty();
        assertThat(model.getModelElementsByType(CamundaScript.class)).isEmpty();
        assertThat(model.getModelElementsByType(CamundaExecutionListener.class))
                .as("%s", diagram)
                .allMatch(listener -> call.matcher(String.valueOf(listener.getCamundaExpression()))
                        .matches());
        assertThat(model.getModelElementsByType(CamundaTaskListener.class))
                .as("%s", diagram)
                .allMatch(listener -> call.matcher(String.valueOf(listener.getCamundaExpression()))
                        .matches());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyElementIsDrawn(Path diagram) {
        var model = read(diagram);
        var drawn = Stream.concat(
                        model.getModelElementsByType(BpmnShape.class).stream().map(BpmnShape::getBpmnElement),
                        model.getModelElementsByType(BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement))
                .map(BaseElement::getId)
                .toList();

        assertThat(drawn).doesNotHaveDuplicates();
        assertThat(drawn)
                .as("%s", diagram)
                .containsAll(ids(model.getModelElementsByType(FlowElement.class)))
                .containsAll(ids(model.getModelElementsByType(Lane.class)))
                .containsAll(ids(model.getModelElementsByType(TextAnnotation.class)));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyDiagramFitsOneLook(Path diagram) {
        var model = read(diagram);

        for (var process : model.getModelElementsByType(Process.class)) {
            assertThat(process.getFlowElements().stream().filter(FlowNode.class::isInstance))
                    .as("%s", diagram)
                    .hasSizeLessThanOrEqualTo(MOST_ELEMENTS);
        }
        for (var part : model.getModelElementsByType(SubProcess.class)) {
            assertThat(part.getFlowElements().stream().filter(FlowNode.class::isInstance))
                    .as("%s %s", diagram, part.getId())
                    .hasSizeLessThanOrEqualTo(MOST_ELEMENTS);
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyProcessIsNamedLikeItsFileInBothLanguagesAndKeepsItsHistory(Path diagram) {
        var processes = read(diagram).getModelElementsByType(Process.class);

        assertThat(processes).hasSize(1);
        var process = processes.iterator().next();
        assertThat(process.getId() + ".bpmn").isEqualTo(diagram.getFileName().toString());
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getName()).matches(".*\\p{IsHan}.*");
        assertThat(property(process, "name_en")).isNotBlank();
        assertThat(documentation(process)).isNotBlank();
        assertThat(clauses())
                .as("%s clauses", diagram)
                .contains(String.valueOf(property(process, "clause")).split("\\s*,\\s*"));
        assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
    }

    @Test
    void everyCalledProcessExists() throws IOException {
        var processes = diagrams()
                .map(diagram -> diagram.getFileName().toString().replace(".bpmn", ""))
                .collect(toSet());

        for (var diagram : diagrams().toList()) {
            for (var call : read(diagram).getModelElementsByType(CallActivity.class)) {
                assertThat(processes).as("%s %s", diagram, call.getId()).contains(call.getCalledElement());
                assertThat(property(call, "name_en"))
                        .as("%s %s", diagram, call.getId())
                        .isNotBlank();
            }
        }
    }

    @Test
    void everyFormBelongsToAStepOrToATrackOfAProgramme() throws IOException {
        var named = new ArrayList<String>();
        for (var diagram : diagrams().toList()) {
            var model = read(diagram);
            Stream.concat(
                            model.getModelElementsByType(UserTask.class).stream(),
                            model.getModelElementsByType(StartEvent.class).stream())
                    .map(step -> camunda(step, "formRef"))
                    .forEach(named::add);
        }
        for (var programme :
                files("src/main/resources/data/programmes", ".json").toList()) {
            Pattern.compile("\"form\": \"([a-z0-9-]+)\"")
                    .matcher(Files.readString(programme))
                    .results()
                    .forEach(form -> named.add(form.group(1)));
        }

        assertThat(forms().map(form -> form.getFileName().toString().replace(".form", "")))
                .isSubsetOf(named);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormSpeaksBothLanguages(Path file) throws IOException {
        var form = Form.parse(Files.readString(file));

        assertThat(form.id() + ".form").isEqualTo(file.getFileName().toString());
        for (var field : form.fields()) {
            var name = "%s: %s".formatted(file, field.id());
            assertThat(field.type()).as(name).isIn(FIELD_TYPES);
            assertThat(field.properties().values()).as(name).allMatch(String.class::isInstance);
            for (var text : List.of("label", "description", "text", "timeLabel")) {
                if (field.property(text) instanceof String chinese && !chinese.isBlank()) {
                    assertThat(field.properties()).as("%s in English", name).containsKey(text + "_en");
                }
            }
            if (field.property("dateLabel") != null) {
                assertThat(field.properties())
                        .as("%s in English", name)
                        .containsAnyOf(
                                Map.entry("label_en", field.properties().getOrDefault("label_en", "-")),
                                Map.entry("dateLabel_en", field.properties().getOrDefault("dateLabel_en", "-")));
            }
            if (field.property("columns") instanceof List<?> columns) {
                assertThat(String.valueOf(field.properties().get("columns_en")).split("\\|"))
                        .as("%s columns in English", name)
                        .hasSameSizeAs(columns);
            }
            assertThatOptionsSpeakBothLanguages(field, name);
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyAnswerHasALimit(Path file) throws IOException {
        for (var field : Form.parse(Files.readString(file)).fields()) {
            if (Set.of("textfield", "textarea").contains(field.type())
                    && !Boolean.TRUE.equals(field.property("readonly"))
                    && !Boolean.TRUE.equals(field.property("disabled"))) {
                var longest = field.property("validate.maxLength");
                assertThat(longest).as("%s: %s maxLength", file, field.id()).isInstanceOf(Number.class);
                assertThat(((Number) longest).intValue())
                        .as("%s: %s maxLength", file, field.id())
                        .isLessThanOrEqualTo(4000);
            }
        }
    }

    private static void assertThatOptionsSpeakBothLanguages(Field field, String name) {
        if (field.property("values") instanceof List<?> options) {
            for (var option : options) {
                assertThat(((Map<?, ?>) option).keySet().toString()).as(name).contains("label_en");
            }
        }
    }

    private static void assertThatFormIsThere(Path diagram, FlowNode step, String name) {
        var form = camunda(step, "formRef");
        assertThat(form).as(name + " form").isNotNull();
        assertThat(camunda(step, "formRefBinding")).as(name + " binding").isEqualTo("deployment");
        var folder =
                Path.of("forms").resolve(Path.of("bpmn").relativize(diagram).getName(0));
        assertThat(folder.resolve(form + ".form"))
                .as(name + " form, deployed with the diagram")
                .exists();
    }

    private static Stream<Path> files(String folder, String ending) throws IOException {
        try (var all = Files.walk(Path.of(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }

    private static BpmnModelInstance read(Path diagram) {
        return Bpmn.readModelFromFile(diagram.toFile());
    }

    /** The text of all expressions, one a line. */
    private static String expressions(Path diagram) throws IOException {
        return String.join(
                "\n",
                Pattern.compile("[$#]\\{[^}]*}")
                        .matcher(Files.readString(diagram).replace("&#39;", "'").replace("&quot;", "\""))
                        .results()
                        .map(MatchResult::group)
                        .toList());
    }

    private static int arguments(MatchResult call) {
        return call.group(3).isBlank() ? 0 : call.group(3).split(",").length;
    }

    private static List<Method> publicMethods(Class<?> bean) {
        return Arrays.stream(bean.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .toList();
    }

    private static String property(BaseElement element, String name) {
        return element.getExtensionElements() == null
                ? null
                : element
                        .getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaProperties.class)
                        .list()
                        .stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .filter(property -> name.equals(property.getCamundaName()))
                        .map(property -> property.getCamundaValue())
                        .findFirst()
                        .orElse(null);
    }

    private static Map<String, String> propertiesBeginning(BaseElement element, String prefix) {
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> property.getCamundaName().startsWith(prefix))
                .collect(toMap(property -> property.getCamundaName(), property -> property.getCamundaValue()));
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(documentation -> documentation.getTextContent())
                .findFirst()
                .orElse("");
    }

    private static String camunda(BaseElement element, String attribute) {
        return element.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", attribute);
    }

    private static List<String> ids(Iterable<? extends BaseElement> elements) {
        var ids = new ArrayList<String>();
        elements.forEach(element -> ids.add(element.getId()));
        return ids;
    }

    private static Set<String> clauses() {
        return Csv.read("data/clauses.csv").stream()
                .map(row -> row.text("document") + " " + row.text("number"))
                .collect(toSet());
    }

    private static Map<String, Class<?>> processBeans() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ProcessBean.class));
        return scanner.findCandidateComponents("rongtong").stream()
                .<Class<?>>map(bean -> ClassUtils.resolveClassName(bean.getBeanClassName(), null))
                .collect(toMap(
                        bean -> AnnotationUtils.getAnnotation(bean, ProcessBean.class)
                                .value(),
                        Function.identity()));
    }
}
