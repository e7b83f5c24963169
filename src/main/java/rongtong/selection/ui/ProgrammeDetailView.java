package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.ProgrammeAccess;
import rongtong.selection.programme.ProgrammeStatus;
import rongtong.selection.programme.ProgrammeVersion;
import rongtong.selection.programme.Programmes;
import rongtong.selection.programme.Retirements;
import rongtong.selection.round.RoundAccess;
import rongtong.selection.round.Rounds;
import rongtong.shared.NotFound;
import rongtong.ui.AddressTabs;
import rongtong.ui.Badge;
import rongtong.ui.EmptyState;
import rongtong.ui.Formats;
import rongtong.ui.Notices;
import rongtong.ui.OnceButton;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;
import rongtong.ui.PlainTable;
import rongtong.ui.ReasonDialog;
import rongtong.workflow.Services;

/** One programme: conditions, criteria, rounds, versions and what is different between two of them. */
@Route("programmes/:key")
@PermitAll
class ProgrammeDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Programmes programmes;
    private final transient Retirements retirements;
    private final transient ProgrammeAccess access;
    private final transient ProgrammeParts parts;
    private final transient Rounds rounds;
    private final transient RoundAccess roundAccess;
    private final transient Services services;
    private final transient Accounts accounts;
    private final transient CurrentUser user;
    private final transient Clock clock;

    private String title = "";

    ProgrammeDetailView(
            Programmes programmes,
            Retirements retirements,
            ProgrammeAccess access,
            ProgrammeParts parts,
            Rounds rounds,
            RoundAccess roundAccess,
            Services services,
            Accounts accounts,
            CurrentUser user,
            Clock clock) {
        this.programmes = programmes;
        this.retirements = retirements;
        this.access = access;
        this.parts = parts;
        this.rounds = rounds;
        this.roundAccess = roundAccess;
        this.services = services;
        this.accounts = accounts;
        this.user = user;
        this.clock = clock;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var key = event.getRouteParameters().get("key").orElse("");
        var programme = programmes.published(key).orElseThrow(() -> new NotFound("programme", key));
        title = programme.name(getLocale());
        removeAll();
        var back = new Anchor("programmes", getTranslation("selection.programme.back"));
        back.addClassName("page-back");
        var header = new PageHeader(title).withLine(parts.line(programme));
        var retirement = retirements.of(key);
        actions(programme, retirement.isPresent()).forEach(header::addAction);
        add(back, header);
        retirement.map(parts::retired).ifPresent(this::add);
        add(tabs(programme).open(event.getLocation().getQueryParameters()));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private AddressTabs tabs(Programme programme) {
        return new AddressTabs("programmes/" + programme.key())
                .with(
                        "conditions",
                        getTranslation("selection.tab.conditions"),
                        () -> parts.all(programme, applicant(programme), mayApplyNow(programme)))
                .with(
                        "rounds",
                        getTranslation("selection.tab.rounds"),
                        () -> parts.rounds(
                                roundAccess.visible(rounds.of(programme.key())),
                                round -> "programmes/" + programme.key() + "/rounds/" + round.caseId()))
                .with("versions", getTranslation("selection.tab.versions"), () -> versions(programme));
    }

    /** Whose right to apply is said: not that of those who carry the programme out or look after the platform. */
    private @Nullable String applicant(Programme programme) {
        var seesAll = user.has(Role.ADMINISTRATOR) || user.has(Role.AUDITOR);
        return seesAll || access.takesPart(programme) || !user.actsForOrganization() ? null : user.organization();
    }

    private boolean mayApplyNow(Programme programme) {
        return isStartable(ProgrammeListView.APPLICATION)
                && rounds.of(programme.key()).stream().anyMatch(round -> round.receives(clock.instant()));
    }

    private boolean isStartable(String service) {
        return services.startable().stream().anyMatch(one -> one.key().equals(service));
    }

    private List<Component> actions(Programme programme, boolean retired) {
        var actions = new ArrayList<Component>();
        if (mayApplyNow(programme)) {
            var apply = new Anchor(
                    ProgrammeParts.applicationAddress(programme), getTranslation("selection.programme.apply"));
            apply.addClassName("button-link");
            actions.add(apply);
        }
        if (!retired && access.mayStart(programme) && isStartable(ProgrammeListView.ROUND)) {
            var start = new Anchor(
                    ProgrammeListView.roundAddress(programme), getTranslation("selection.programme.start-round"));
            start.addClassName("button-link");
            actions.add(start);
        }
        if (access.mayEdit(programme)) {
            actions.add(new Button(
                    getTranslation(
                            programmes.draft(programme.key()).isPresent()
                                    ? "selection.programme.continue-draft"
                                    : "selection.programme.new-version"),
                    click -> {
                        programmes.revise(programme.key());
                        UI.getCurrent().navigate("programmes/" + programme.key() + "/edit");
                    }));
            actions.add(retired ? restore(programme) : retire(programme));
        }
        return actions;
    }

    private Button retire(Programme programme) {
        var title = getTranslation("selection.retirement.retire");
        return new OnceButton(
                title,
                () -> new ReasonDialog(title, getTranslation("selection.retirement.consequence"), title, reason -> {
                            retirements.retire(programme.key(), reason);
                            changed("selection.retirement.retired");
                        })
                        .open());
    }

    private Button restore(Programme programme) {
        return new OnceButton(getTranslation("selection.retirement.restore"), () -> {
            retirements.restore(programme.key());
            changed("selection.retirement.restored");
        });
    }

    private void changed(String words) {
        Notices.done(getTranslation(words));
        UI.getCurrent().refreshCurrentRoute(true);
    }

    private Component versions(Programme programme) {
        var versions = programmes.versions(programme.key());
        var table = new PlainTable(
                        getTranslation("selection.programme.column.version"),
                        getTranslation("selection.programme.column.status"),
                        getTranslation("selection.programme.column.editor"),
                        getTranslation("selection.programme.column.published"))
                .withNumbers(0);
        versions.forEach(version -> table.row(
                version.programme().version(),
                status(version),
                editor(version),
                Formats.moment(version.publishedAt())));
        var panel = new Panel(getTranslation("selection.tab.versions"), table);
        panel.setCount(versions.size());
        var stack = new Div(panel, comparison(versions));
        stack.addClassName("stack");
        return stack;
    }

    private Component status(ProgrammeVersion version) {
        return new Badge(
                getTranslation("selection.programme.status." + version.status()),
                version.status() == ProgrammeStatus.PUBLISHED ? Badge.Tone.GOOD : Badge.Tone.WARNING);
    }

    private String editor(ProgrammeVersion version) {
        return version.editor() == null
                ? getTranslation("selection.programme.from-product")
                : getTranslation(
                        "selection.programme.edited",
                        accounts.displayName(version.editor()),
                        Formats.moment(version.editedAt()));
    }

    private Component comparison(List<ProgrammeVersion> versions) {
        var panel = new Panel(getTranslation("selection.programme.comparison"));
        if (versions.size() < 2) {
            panel.add(new EmptyState(getTranslation("selection.programme.one-version")));
            return panel;
        }
        var before = choice("selection.programme.compare", versions, versions.get(1));
        var after = choice("selection.programme.compare-with", versions, versions.getFirst());
        var result = new Div();
        Runnable show = () -> {
            result.removeAll();
            result.add(parts.differences(
                    before.getValue().programme(), after.getValue().programme()));
        };
        before.addValueChangeListener(change -> show.run());
        after.addValueChangeListener(change -> show.run());
        show.run();
        var choices = new Div(before, after);
        choices.addClassName("filters");
        panel.add(choices, result);
        return panel;
    }

    private Select<ProgrammeVersion> choice(String label, List<ProgrammeVersion> versions, ProgrammeVersion chosen) {
        var choice = new Select<ProgrammeVersion>();
        choice.setLabel(getTranslation(label));
        choice.setItems(versions);
        choice.setItemLabelGenerator(version -> getTranslation(
                "selection.programme.version", version.programme().version()));
        choice.setValue(chosen);
        return choice;
    }
}
