package rongtong.workflow.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rongtong.form.Form;

/** What the deployed models say of themselves: names in both languages, clauses, forms. Read once per version. */
@Component
public class ProcessModels {

    private static final Pattern DUE = Pattern.compile("deadlines\\.within\\('([^']+)'\\)");

    private static final Pattern CLOCK_START =
            Pattern.compile("clock\\.start\\(execution,\\s*('?\\w+'?),\\s*'([^']+)'");

    private final RepositoryService repository;
    private final Map<String, ProcessModel> models = new ConcurrentHashMap<>();
    private final Map<String, ProcessModel> services = new ConcurrentHashMap<>();
    private final Map<String, String> english = new ConcurrentHashMap<>();
    private final Map<String, String> forms = new ConcurrentHashMap<>();

    ProcessModels(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * A deployed version of a process.
     *
     * @param definition the engine's id of the version
     * @param properties extension properties of the process
     * @param steps user tasks by id, in the order of the file
     * @param calls ids of the processes that it calls, by call activity
     * @param names what its steps, stages, events and gateways are called, by their ids
     * @param waits ids of where it waits for another case or for a time
     * @param ahead what people do next, by user task or call activity
     * @param last user tasks and call activities after which the process may end, by id
     * @param clocks stages of the statutory clock to which user tasks and timers are tied, by their ids
     * @param follows ids of the user tasks that alone may follow, by user task; none where anything else may
     * @param limits what has a time limit, by the element that begins it, in the order of the file
     * @param order ids of all elements, in the order of the file
     */
    public record ProcessModel(
            String definition,
            String process,
            String nameZh,
            String nameEn,
            String documentationZh,
            Map<String, String> properties,
            @Nullable StepModel start,
            Map<String, StepModel> steps,
            Map<String, String> calls,
            Map<String, Ahead> names,
            List<String> order,
            Set<String> waits,
            Map<String, List<Ahead>> ahead,
            Set<String> last,
            Map<String, String> clocks,
            Map<String, Set<String>> follows,
            Map<String, Limit> limits) {

        public String name() {
            return isEnglish() ? nameEn : nameZh;
        }

        public String documentation() {
            return inLanguage(documentationZh, properties);
        }

        /** What a step, stage, event or gateway is called; its id where this version has none of that id. */
        public String nameOf(String id) {
            var named = names.get(id);
            return named == null ? id : named.name();
        }

        /** @throws IllegalStateException if this version has no such user task */
        public StepModel step(String id) {
            var step = steps.get(id);
            if (step == null) {
                throw new IllegalStateException(
                        "%s has no user task '%s', found %s".formatted(definition, id, steps.keySet()));
            }
            return step;
        }
    }

    /**
     * A time limit that is a setting.
     *
     * @param stage key of the stage of the statutory clock; null where a single user task is due
     * @param setting key of the number of days
     */
    public record Limit(@Nullable String stage, String setting) {}

    /** A step or stage that may come next, whichever way the gateways between decide. */
    public record Ahead(String nameZh, String nameEn) {

        public String name() {
            return isEnglish() ? nameEn : nameZh;
        }
    }

    /**
     * A user task or a start event with a form.
     *
     * @param clause such as {@code LN-ALLIANCE 二(二)1}; null where the model names none
     * @param properties extension properties
     */
    public record StepModel(
            String id,
            String nameZh,
            String nameEn,
            String documentationZh,
            @Nullable String clause,
            Map<String, String> properties,
            String formJson,
            Form form) {

        /** Prefix of the properties that name an earlier step and the decision that leads back there. */
        private static final String RETURN = "return.";

        public String name() {
            return isEnglish() ? nameEn : nameZh;
        }

        /** What to do, in words for who does it. */
        public String documentation() {
            return inLanguage(documentationZh, properties);
        }

        /** Where the step may return the case to, in the order of the model. */
        public List<ReturnPath> returns() {
            return properties.entrySet().stream()
                    .filter(property -> property.getKey().startsWith(RETURN))
                    .map(property -> {
                        var decision = property.getValue();
                        var equals = decision.indexOf('=');
                        return new ReturnPath(
                                property.getKey().substring(RETURN.length()),
                                decision.substring(0, equals),
                                decision.substring(equals + 1));
                    })
                    .toList();
        }

        /** Key of the field that takes the words of whoever returns the case; null where the form has none. */
        public @Nullable String returnReason() {
            return properties.get("returnReason");
        }

        /** Whether who completed it may take it back: what it records is written anew the next time. */
        public boolean withdrawable() {
            return "true".equals(properties.get("withdrawable"));
        }

        /** Whether what is said here is for public bodies among themselves, not for the applicant. */
        public boolean internal() {
            return "true".equals(properties.get("internal"));
        }
    }

    /**
     * A way back, as the model says it.
     *
     * @param step id of the earlier user task, or of a call activity such as the itemised correction
     * @param field key of the decision field of the form
     * @param value choice in it that leads there
     */
    public record ReturnPath(String step, String field, String value) {}

    public ProcessModel get(String definition) {
        return models.computeIfAbsent(definition, this::read);
    }

    /** What a service is called; lists ask for each row, so the engine is asked once. The id itself if it is unknown. */
    public String serviceName(String process) {
        var known = services.get(process);
        if (known == null) {
            known = latest(process).orElse(null);
            if (known == null) {
                return process;
            }
            services.put(process, known);
        }
        return known.name();
    }

    /** The newest version of a process. */
    public Optional<ProcessModel> latest(String process) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .singleResult())
                .map(definition -> get(definition.getId()));
    }

    /** The newest version of every process. */
    public List<ProcessModel> latest() {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list()
                .stream()
                .map(definition -> get(definition.getId()))
                .toList();
    }

    /** The model as a file, what it names in the language of the reader. */
    public String xml(String definition) {
        if (isEnglish()) {
            return english.computeIfAbsent(definition, this::translated);
        }
        try (var content = repository.getProcessModel(definition)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The diagram of %s cannot be read".formatted(definition), unreadable);
        }
    }

    private String translated(String definition) {
        var model = repository.getBpmnModelInstance(definition).clone();
        for (var element : model.getModelElementsByType(BaseElement.class)) {
            // a pool is called like its process
            var named = element instanceof Participant pool && pool.getProcess() != null ? pool.getProcess() : element;
            var name = propertiesOf(named).get("name_en");
            if (name != null) {
                element.setAttributeValue("name", name);
            }
        }
        return Bpmn.convertToString(model);
    }

    private ProcessModel read(String definition) {
        var deployed = repository.getProcessDefinition(definition);
        var model = repository.getBpmnModelInstance(definition);
        var process = model.getModelElementsByType(Process.class).stream()
                .filter(candidate -> candidate.getId().equals(deployed.getKey()))
                .findFirst()
                .orElseThrow();
        var steps = new LinkedHashMap<String, StepModel>();
        for (var task : model.getModelElementsByType(UserTask.class)) {
            steps.put(task.getId(), step(deployed, task, task.getName(), task.getCamundaFormRef()));
        }
        var start = model.getModelElementsByType(StartEvent.class).stream()
                .filter(event -> event.getParentElement() == process && event.getCamundaFormRef() != null)
                .findFirst()
                .map(event -> step(deployed, event, event.getName(), event.getCamundaFormRef()))
                .orElse(null);
        var calls = new LinkedHashMap<String, String>();
        for (var call : model.getModelElementsByType(CallActivity.class)) {
            calls.put(call.getId(), call.getCalledElement());
        }
        var names = model.getModelElementsByType(FlowNode.class).stream()
                .collect(Collectors.toMap(BaseElement::getId, ProcessModels::named));
        var waits = Stream.concat(
                        model.getModelElementsByType(ReceiveTask.class).stream(),
                        model.getModelElementsByType(IntermediateCatchEvent.class).stream())
                .map(BaseElement::getId)
                .collect(Collectors.toUnmodifiableSet());
        var properties = propertiesOf(process);
        var name = process.getName() == null ? process.getId() : process.getName();
        return new ProcessModel(
                definition,
                process.getId(),
                name,
                properties.getOrDefault("name_en", name),
                documentation(process),
                properties,
                start,
                steps,
                calls,
                names,
                process.getFlowElements().stream().map(BaseElement::getId).toList(),
                waits,
                ahead(model),
                last(model),
                clocks(model),
                follows(model),
                limits(process));
    }

    private static Ahead named(FlowElement element) {
        var name = element.getName() == null ? element.getId() : element.getName();
        return new Ahead(name, propertiesOf(element).getOrDefault("name_en", name));
    }

    /** Due dates of user tasks and starts of the statutory clock, by service task or listener. */
    private static Map<String, Limit> limits(Process process) {
        var limits = new LinkedHashMap<String, Limit>();
        for (var element : process.getFlowElements()) {
            if (element instanceof UserTask task && task.getCamundaDueDate() != null) {
                var due = DUE.matcher(task.getCamundaDueDate());
                if (due.find()) {
                    limits.put(task.getId(), new Limit(null, due.group(1)));
                }
            }
            expressions(element)
                    .map(CLOCK_START::matcher)
                    .filter(Matcher::find)
                    .findFirst()
                    .ifPresent(start ->
                            limits.put(element.getId(), new Limit(start.group(1).replace("'", ""), start.group(2))));
        }
        return limits;
    }

    private static Stream<String> expressions(FlowElement element) {
        var listeners = element.getExtensionElements() == null
                ? Stream.<String>empty()
                : element
                        .getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaExecutionListener.class)
                        .list()
                        .stream()
                        .map(CamundaExecutionListener::getCamundaExpression);
        var own = element instanceof ServiceTask task ? Stream.of(task.getCamundaExpression()) : Stream.<String>empty();
        return Stream.concat(own, listeners).filter(Objects::nonNull);
    }

    private static Map<String, String> clocks(BpmnModelInstance model) {
        var clocks = new LinkedHashMap<String, String>();
        for (var node : model.getModelElementsByType(FlowNode.class)) {
            var stage = propertiesOf(node).get("clock");
            if (stage != null) {
                clocks.put(node.getId(), stage);
            }
        }
        return clocks;
    }

    private StepModel step(
            ProcessDefinition deployed, FlowNode element, @Nullable String name, @Nullable String formRef) {
        var properties = propertiesOf(element);
        var named = name == null ? element.getId() : name;
        var json = formRef == null ? NO_FORM : formJson(deployed, formRef);
        return new StepModel(
                element.getId(),
                named,
                properties.getOrDefault("name_en", named),
                documentation(element),
                properties.get("clause"),
                properties,
                json,
                Form.parse(json));
    }

    /**
     * A form of the folder that a version of a process was deployed with.
     *
     * @param form its id
     * @return form-js JSON
     */
    public String form(String definition, String form) {
        return forms.computeIfAbsent(
                definition + " " + form, any -> formJson(repository.getProcessDefinition(definition), form));
    }

    /** Such as 「…」（LN-ALLIANCE 二(一)2）。 at the beginning, several of them too. */
    private static final Pattern QUOTATION = Pattern.compile("^(?:「[^」]*」[（〔][A-Z][^）〕]*[）〕][；。，]?)+(?=.)");

    private static final String NO_FORM = "{\"type\": \"default\", \"schemaVersion\": 18, \"components\": []}";

    private String formJson(ProcessDefinition deployed, String form) {
        return repository.getDeploymentResourceNames(deployed.getDeploymentId()).stream()
                .filter(resource -> resource.endsWith("/" + form + ".form"))
                .findFirst()
                .map(resource -> text(deployed.getDeploymentId(), resource))
                .orElseThrow(() ->
                        new IllegalStateException("Process '%s' refers to the form '%s', which is not in its folder"
                                .formatted(deployed.getKey(), form)));
    }

    private String text(String deployment, String resource) {
        try (var content = repository.getResourceAsStream(deployment, resource)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("%s cannot be read".formatted(resource), unreadable);
        }
    }

    private static Map<String, List<Ahead>> ahead(BpmnModelInstance model) {
        var places = places(model);
        var ahead = new LinkedHashMap<String, List<Ahead>>();
        for (var node : model.getModelElementsByType(FlowNode.class)) {
            if (isWork(node)) {
                var found = new LinkedHashMap<String, Ahead>();
                lookAhead(node, new HashSet<>(), found);
                found.keySet().removeIf(next -> !isOnward(places.get(node.getId()), places.get(next)));
                ahead.put(node.getId(), List.copyOf(found.values()));
            }
        }
        return ahead;
    }

    /** Whether a flow leads on and not back to what comes earlier, as after a return. */
    private static boolean isOnward(@Nullable Integer from, @Nullable Integer to) {
        return from == null || to == null || to > from;
    }

    /** How many nodes lie between the start of the process and each node, on the shortest way. */
    private static Map<String, Integer> places(BpmnModelInstance model) {
        var places = new HashMap<String, Integer>();
        var boundaries = model.getModelElementsByType(BoundaryEvent.class);
        var reached = new ArrayDeque<FlowNode>(model.getModelElementsByType(StartEvent.class));
        reached.forEach(start -> places.put(start.getId(), 0));
        while (!reached.isEmpty()) {
            var node = reached.remove();
            var next = new ArrayList<>(node.getSucceedingNodes().list());
            boundaries.stream()
                    .filter(boundary -> node.equals(boundary.getAttachedTo()))
                    .forEach(next::add);
            for (var one : next) {
                if (places.putIfAbsent(one.getId(), places.get(node.getId()) + 1) == null) {
                    reached.add(one);
                }
            }
        }
        return places;
    }

    private static void lookAhead(FlowNode from, Set<String> seen, Map<String, Ahead> found) {
        for (var next : from.getSucceedingNodes().list()) {
            if (isWork(next)) {
                found.put(next.getId(), named(next));
            } else if (seen.add(next.getId())) {
                lookAhead(next, seen, found);
            }
        }
    }

    private static Set<String> last(BpmnModelInstance model) {
        return model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> isWork(node) && leadsToEnd(node, new HashSet<>()))
                .map(BaseElement::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean leadsToEnd(FlowNode from, Set<String> seen) {
        return from.getSucceedingNodes().list().stream()
                .anyMatch(next ->
                        next instanceof EndEvent || !isWork(next) && seen.add(next.getId()) && leadsToEnd(next, seen));
    }

    private static Map<String, Set<String>> follows(BpmnModelInstance model) {
        var follows = new LinkedHashMap<String, Set<String>>();
        for (var task : model.getModelElementsByType(UserTask.class)) {
            var found = new LinkedHashSet<String>();
            var only = stands(task) && followedByTasksAlone(task, new HashSet<>(), found);
            follows.put(task.getId(), only ? Set.copyOf(found) : Set.of());
        }
        return follows;
    }

    private static boolean followedByTasksAlone(FlowNode from, Set<String> seen, Set<String> found) {
        for (var next : from.getSucceedingNodes().list()) {
            if (next instanceof UserTask task && stands(task)) {
                found.add(task.getId());
            } else if (!(next instanceof Gateway)
                    || seen.add(next.getId()) && !followedByTasksAlone(next, seen, found)) {
                return false;
            }
        }
        return true;
    }

    /** In the process itself and not once for each of several units: the engine can end and begin it by itself. */
    private static boolean stands(UserTask task) {
        return task.getParentElement() instanceof Process && task.getLoopCharacteristics() == null;
    }

    private static boolean isWork(FlowNode node) {
        return node instanceof UserTask || node instanceof CallActivity;
    }

    /** What is to be done; the quotation before it is left to the clause, which is shown in full beside it. */
    private static String documentation(BaseElement element) {
        return element.getDocumentations().isEmpty()
                ? ""
                : QUOTATION
                        .matcher(element.getDocumentations()
                                .iterator()
                                .next()
                                .getTextContent()
                                .strip())
                        .replaceFirst("");
    }

    private static Map<String, String> propertiesOf(BaseElement element) {
        var found = new LinkedHashMap<String, String>();
        if (element.getExtensionElements() != null) {
            for (var properties : new ArrayList<>(element.getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaProperties.class)
                    .list())) {
                properties
                        .getCamundaProperties()
                        .forEach(property -> found.put(property.getCamundaName(), property.getCamundaValue()));
            }
        }
        return found;
    }

    private static String inLanguage(String chinese, Map<String, String> properties) {
        return isEnglish() ? properties.getOrDefault("documentation_en", chinese) : chinese;
    }

    private static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }
}
