package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import rongtong.form.Form;
import rongtong.form.ui.FormViews;
import rongtong.organization.Organizations;
import rongtong.selection.application.ApplicationSearch;
import rongtong.selection.application.ApplicationStatus;
import rongtong.selection.application.CreditFinding;
import rongtong.selection.application.Openings;
import rongtong.selection.application.Partner;
import rongtong.selection.application.PilotApplication;
import rongtong.selection.application.PilotApplications;
import rongtong.selection.application.Recommendations;
import rongtong.selection.application.Submissions;
import rongtong.selection.register.Recognition;
import rongtong.selection.register.Recognitions;
import rongtong.selection.round.Rounds;
import rongtong.shared.Texts;
import rongtong.ui.Badge;
import rongtong.ui.EmptyState;
import rongtong.ui.Facts;
import rongtong.ui.Formats;
import rongtong.ui.Panel;
import rongtong.ui.PlainTable;
import rongtong.workflow.CaseForms;

/** What pages show of an application: window, receipt, where it stands, partners, recommendations, the text itself. */
@org.springframework.stereotype.Component
public class ApplicationParts {

    private final PilotApplications applications;
    private final Submissions submissions;
    private final Recommendations recommendations;
    private final Recognitions recognitions;
    private final ApplicationSearch search;
    private final Openings openings;
    private final Rounds rounds;
    private final Organizations organizations;
    private final CaseForms forms;
    private final FormViews views;
    private final Texts texts;
    private final Clock clock;

    ApplicationParts(
            PilotApplications applications,
            Submissions submissions,
            Recommendations recommendations,
            Recognitions recognitions,
            ApplicationSearch search,
            Openings openings,
            Rounds rounds,
            Organizations organizations,
            CaseForms forms,
            FormViews views,
            Texts texts,
            Clock clock) {
        this.applications = applications;
        this.submissions = submissions;
        this.recommendations = recommendations;
        this.recognitions = recognitions;
        this.search = search;
        this.openings = openings;
        this.rounds = rounds;
        this.organizations = organizations;
        this.forms = forms;
        this.views = views;
        this.texts = texts;
        this.clock = clock;
    }

    PilotApplication get(UUID application) {
        return applications.get(application);
    }

    /** Until when it can be handed in, by the server's time, and each extension with its reason. */
    Component window(PilotApplication application) {
        var opening = openings.get(application);
        var round = opening.round();
        var panel = new Panel(texts.of("selection.window.title"), new WindowClock(round, clock));
        panel.add(small(opening.name()));
        for (var extension : rounds.extensions(round.caseId())) {
            panel.add(small(texts.of(
                    "selection.window.extended",
                    Formats.moment(extension.from()),
                    Formats.moment(extension.to()),
                    extension.reason())));
        }
        panel.add(small(texts.of("selection.window.rule")));
        return panel;
    }

    private static Component small(String text) {
        var line = new Paragraph(text);
        line.addClassNames("muted", "small");
        return line;
    }

    /**
     * In plain words where it stands, with the receipt once there is one; what was selected stands as its entry in the register
     * does today.
     */
    Component standing(PilotApplication application) {
        var opening = openings.get(application);
        var entry = recognitions.of(application.caseId());
        var facts = new Facts()
                .with(texts.of("selection.application.fact.opening"), opening.name())
                .with(texts.of("selection.list.status"), entry.map(this::badge).orElseGet(() -> badge(application)));
        entry.ifPresent(found -> facts.with(
                texts.of("selection.application.fact.entry"), new Anchor("pilots/" + found.id(), found.number())));
        if (application.receipt() != null && application.receivedAt() != null) {
            facts.with(texts.of("selection.receipt.number"), application.receipt())
                    .with(texts.of("selection.receipt.at"), Formats.second(application.receivedAt()) + " (UTC+08:00)");
        }
        var panel = new Panel(
                texts.of("selection.application.standing"),
                new Paragraph(entry.map(this::words).orElseGet(() -> words(application))),
                facts);
        if (application.receipt() != null) {
            panel.add(versions(application.caseId()));
        }
        return panel;
    }

    private Badge badge(PilotApplication application) {
        return new Badge(texts.of("selection.status." + application.status()), tone(application.status()));
    }

    private Badge badge(Recognition entry) {
        return new Badge(texts.of("selection.application.entry." + entry.status()), PilotParts.tone(entry.status()));
    }

    private String words(PilotApplication application) {
        return application.status() == ApplicationStatus.WITHDRAWN
                ? texts.of("selection.status-words.WITHDRAWN", again(application))
                : texts.of("selection.status-words." + application.status());
    }

    private String words(Recognition entry) {
        return texts.of(
                "selection.application.entry-words." + entry.status(),
                Formats.day(Objects.requireNonNullElse(entry.endedOn(), entry.validTo())));
    }

    /** Whether the applicant can apply again after a withdrawal: until the window closes, and then no more in this round. */
    String again(PilotApplication application) {
        var round = openings.get(application).round();
        return round.receives(clock.instant())
                ? texts.of("selection.application.again", Formats.moment(round.closesAt()))
                : texts.of("selection.application.not-again");
    }

    static Badge.Tone tone(ApplicationStatus status) {
        return switch (status) {
            case WRITING, SUBMITTED, ENTERED -> Badge.Tone.ACTIVE;
            case SELECTED -> Badge.Tone.GOOD;
            case NOT_RECOMMENDED, NOT_ACCEPTED, CREDIT_REFUSED -> Badge.Tone.BAD;
            case RESERVE, NOT_SELECTED, WITHDRAWN, LAPSED, CANCELLED -> Badge.Tone.NEUTRAL;
        };
    }

    /** The hash of what was received, and of each correction beside it. */
    private Component versions(UUID application) {
        var all = new Div();
        all.addClassName("receipt-hashes");
        for (var version : submissions.versions(application)) {
            var name = new Span(
                    version.version() == 1
                            ? texts.of("selection.receipt.hash")
                            : texts.of(
                                    "selection.receipt.hash-corrected",
                                    version.version() - 1,
                                    Formats.second(version.at())));
            name.addClassNames("muted", "small");
            var hash = new Span(version.sha256());
            hash.addClassName("receipt-hash");
            all.add(new Div(name, hash));
        }
        all.add(small(texts.of("selection.receipt.check")));
        return all;
    }

    /** Partners; what the credit check found of them is for public bodies alone. */
    Component partners(PilotApplication application) {
        var partners = submissions.partners(application.caseId());
        var inside = search.readsOpinions(application);
        var title = texts.of("selection.application.partners");
        if (partners.isEmpty()) {
            return new Panel(title, new EmptyState(texts.of("selection.application.no-partners")));
        }
        var table = inside
                ? new PlainTable(texts.of("selection.partner.name"), texts.of("selection.partner.credit"))
                : new PlainTable(texts.of("selection.partner.name"));
        for (var partner : partners) {
            if (inside) {
                table.row(name(partner), finding(partner.credit()));
            } else {
                table.row(name(partner));
            }
        }
        var panel = new Panel(title, table);
        panel.setCount(partners.size());
        return panel;
    }

    private String name(Partner partner) {
        return partner.organization() == null ? partner.name() : organizations.name(partner.organization());
    }

    private Component finding(@Nullable CreditFinding credit) {
        return credit == null
                ? new Span(texts.of("selection.partner.not-checked"))
                : new Badge(
                        texts.of("selection.application.credit." + credit),
                        credit == CreditFinding.GOOD ? Badge.Tone.GOOD : Badge.Tone.BAD);
    }

    /** What counties and cities said; for public bodies alone. */
    List<Component> recommended(PilotApplication application) {
        var said = recommendations.of(application.caseId());
        if (!search.readsOpinions(application) || said.isEmpty()) {
            return List.of();
        }
        var table = new PlainTable(
                texts.of("selection.recommendation.organ"),
                texts.of("selection.recommendation.decision"),
                texts.of("selection.recommendation.rank"),
                texts.of("selection.recommendation.opinion"),
                texts.of("selection.recommendation.at"));
        for (var each : said) {
            table.row(
                    organizations.name(each.organ()),
                    new Badge(
                            texts.of("selection.recommendation." + (each.recommended() ? "yes" : "no")),
                            each.recommended() ? Badge.Tone.GOOD : Badge.Tone.BAD),
                    each.rank() == null ? "—" : each.rank().toString(),
                    each.opinion(),
                    Formats.moment(each.at()));
        }
        return List.of(new Panel(texts.of("selection.application.recommendations"), table));
    }

    /** The application as the applicant filled it in, to be read. */
    Component text(PilotApplication application) {
        var form =
                forms.of(application.caseId(), openings.get(application).track().form());
        Map<String, Object> answers = new LinkedHashMap<>();
        application.answers().forEach((key, value) -> {
            if (value != null) {
                answers.put(key, value);
            }
        });
        var shown = new Div(views.of(in(form), answers, true));
        shown.addClassName("review-application");
        return new Panel(texts.of("selection.application.text"), shown);
    }

    private static Form in(Form form) {
        Locale locale = LocaleContextHolder.getLocale();
        return form.in(locale);
    }
}
