package rongtong.workflow;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.organization.Organization;
import rongtong.organization.Organizations;
import rongtong.policy.Clause;
import rongtong.policy.Clauses;
import rongtong.policy.Settings;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;
import rongtong.shared.Texts;
import rongtong.workflow.engine.ProcessModels;
import rongtong.workflow.engine.ProcessModels.ProcessModel;

/** What can be applied for or begun (办事大厅): the models that say of themselves who may start them. */
@Service
public class Services {

    private final ProcessModels models;
    private final Clauses clauses;
    private final Organizations organizations;
    private final CurrentUser user;
    private final Steps steps;
    private final Settings settings;
    private final Texts texts;

    Services(
            ProcessModels models,
            Clauses clauses,
            Organizations organizations,
            CurrentUser user,
            Steps steps,
            Settings settings,
            Texts texts) {
        this.models = models;
        this.clauses = clauses;
        this.organizations = organizations;
        this.user = user;
        this.steps = steps;
        this.settings = settings;
        this.texts = texts;
    }

    /** Services that the person may start. */
    public List<ServiceView> startable() {
        return models.latest().stream().filter(this::mayStart).map(this::view).toList();
    }

    /** Keys and names of all services, for filters. */
    public List<ServiceName> all() {
        return models.latest().stream()
                .filter(Services::isService)
                .map(model -> new ServiceName(model.process(), model.name()))
                .toList();
    }

    /** A service's key and what it is called. */
    public record ServiceName(String key, String name) {}

    /** @throws NotFound if there is no such service, or none that the person may start */
    public ServiceView get(String key) {
        return view(startable(key));
    }

    /**
     * What the start form of a service begins with.
     *
     * @param named what the address of its page names
     * @throws NotFound as {@link #get}
     */
    public Preselection preselect(String key, Map<String, String> named) {
        return steps.of(startable(key).process(), "start").preselect(user.organization(), named);
    }

    ProcessModel startable(String key) {
        return models.latest(key).filter(this::mayStart).orElseThrow(() -> new NotFound("service", key));
    }

    /**
     * The service, if the person's organisation may start it today.
     *
     * @throws NotFound as {@link #get}
     * @throws RuleViolation with the reason, if the procedure refuses the organisation
     */
    ProcessModel admitted(String key) {
        var model = startable(key);
        refusal(model).ifPresent(reason -> {
            throw new RuleViolation(reason);
        });
        return model;
    }

    private Optional<Message> refusal(ProcessModel model) {
        return steps.of(model.process(), "start").refusal(user.organization());
    }

    private boolean mayStart(ProcessModel model) {
        if (!isService(model) || model.start() == null || roles(model).stream().noneMatch(user::has)) {
            return false;
        }
        var functions = listed(model, "starterFunctions");
        var kinds = listed(model, "starterKinds");
        return !functions.isEmpty()
                        && organizations.functionsOf(user.organization()).stream()
                                .anyMatch(functions::contains)
                || !kinds.isEmpty()
                        && organizations.find(user.organization()).stream()
                                .anyMatch(organization ->
                                        kinds.contains(organization.kind().name()));
    }

    /** One of these is needed; the handlers' where the model names none. */
    private static List<Role> roles(ProcessModel model) {
        var named = listed(model, "starterRole");
        return named.isEmpty()
                ? List.of(Role.HANDLER)
                : named.stream().map(Role::valueOf).toList();
    }

    private static boolean isService(ProcessModel model) {
        return "true".equals(model.properties().get("startable"));
    }

    private static List<String> listed(ProcessModel model, String property) {
        var value = model.properties().getOrDefault(property, "");
        return value.isBlank() ? List.of() : List.of(value.split("\\s*,\\s*"));
    }

    private ServiceView view(ProcessModel model) {
        var start = Objects.requireNonNull(model.start());
        return new ServiceView(
                model.process(),
                model.name(),
                model.documentation(),
                clausesOf(model),
                start.formJson(),
                stepsOf(model),
                List.copyOf(limitsOf(model)),
                refusal(model).map(texts::of).orElse(null));
    }

    /** Of a service that rests on clauses of several provinces, those of the person's own and of the State. */
    private List<Clause> clausesOf(ProcessModel model) {
        var named = listed(model, "clause").stream()
                .flatMap(reference -> clauses.find(reference).stream())
                .toList();
        var province = organizations
                .find(user.organization())
                .map(Organization::province)
                .orElse("");
        return named.stream().noneMatch(clause -> clause.province().equals(province))
                ? named
                : named.stream()
                        .filter(clause -> List.of(province, "CN").contains(clause.province()))
                        .toList();
    }

    /** Names of the user tasks in the order of the file, those of a called process in the place of the call. */
    private List<String> stepsOf(ProcessModel model) {
        var steps = new LinkedHashSet<String>();
        for (var element : model.order()) {
            if (model.steps().containsKey(element)) {
                steps.add(model.step(element).name());
            }
            Optional.ofNullable(model.calls().get(element))
                    .filter(called -> !called.equals(model.process()))
                    .flatMap(models::latest)
                    .ifPresent(called -> steps.addAll(stepsOf(called)));
        }
        return List.copyOf(steps);
    }

    /** Time limits in the order of the file, those of a called process in the place of the call; each is named once. */
    private Set<ServiceView.Limit> limitsOf(ProcessModel model) {
        var limits = new LinkedHashSet<ServiceView.Limit>();
        for (var element : model.order()) {
            var limit = model.limits().get(element);
            if (limit != null) {
                var setting = settings.get(limit.setting());
                limits.add(new ServiceView.Limit(
                        limit.stage() == null ? model.nameOf(element) : stageName(model, limit.stage()),
                        Integer.parseInt(setting.value()),
                        setting.isDefault()));
            }
            Optional.ofNullable(model.calls().get(element))
                    .filter(called -> !called.equals(model.process()))
                    .flatMap(models::latest)
                    .ifPresent(called -> limits.addAll(limitsOf(called)));
        }
        return limits;
    }

    /** A part whose callers name the stage is called by its own name. */
    private static String stageName(ProcessModel model, String stage) {
        var key = "stage_" + stage
                + (LocaleContextHolder.getLocale().getLanguage().equals("en") ? "_en" : "");
        return model.properties().getOrDefault(key, model.name());
    }
}
