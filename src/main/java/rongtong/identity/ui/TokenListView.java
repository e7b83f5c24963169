package rongtong.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import rongtong.identity.Token;
import rongtong.identity.Tokens;
import rongtong.shared.RuleViolation;
import rongtong.shared.Texts;
import rongtong.ui.EmptyState;
import rongtong.ui.Formats;
import rongtong.ui.Notices;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;

/** The personal tokens of the person at work: what programs log in with. A secret is shown once, when it is made. */
@Route("tokens")
@PermitAll
class TokenListView extends Div implements HasDynamicTitle {

    private static final List<Integer> DAYS = List.of(30, 90, 180, 365);
    private static final int USUAL_DAYS = 90;

    private final transient Tokens tokens;
    private final transient Texts texts;
    private final Panel panel;

    TokenListView(Tokens tokens, Texts texts) {
        this.tokens = tokens;
        this.texts = texts;
        this.panel = new Panel(getTranslation("identity.tokens.valid"));
        addClassNames("page", "page-narrow");
        var create = new Button(getTranslation("identity.tokens.new"), VaadinIcon.PLUS.create(), click -> create());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                new PageHeader(getTranslation("identity.tokens.title"), create)
                        .withLine(getTranslation("identity.tokens.line")),
                panel);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("identity.tokens.title");
    }

    private void refresh() {
        var mine = tokens.mine();
        panel.removeAll();
        panel.setCount(mine.size());
        if (mine.isEmpty()) {
            panel.add(new EmptyState(getTranslation("identity.tokens.empty")));
            return;
        }
        var rows = new Div();
        rows.addClassName("rows");
        mine.forEach(token -> rows.add(row(token)));
        panel.add(rows);
    }

    private Component row(Token token) {
        var name = new Span(token.name());
        name.addClassName("row-title");
        var revoke = new Button(getTranslation("identity.tokens.revoke"), click -> confirmRevocation(token));
        revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
        revoke.addClassName("row-action");
        revoke.setAriaLabel(getTranslation("identity.tokens.revoke") + " " + token.name());
        var used = token.usedAt() == null
                ? getTranslation("identity.tokens.unused")
                : getTranslation("identity.tokens.used", Formats.moment(token.usedAt()));
        var line = new Span(getTranslation(
                "identity.tokens.dates", Formats.moment(token.createdAt()), Formats.moment(token.expiresAt()), used));
        line.addClassName("row-line");
        var row = new Div(name, revoke, line);
        row.addClassName("row");
        return row;
    }

    private void create() {
        var dialog = new Dialog(getTranslation("identity.tokens.new"));
        dialog.setWidth("30rem");
        var name = new TextField(getTranslation("identity.tokens.name"));
        name.setHelperText(getTranslation("identity.tokens.name.help"));
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        name.focus();
        var days = new Select<Integer>();
        days.setLabel(getTranslation("identity.tokens.days"));
        days.setItems(DAYS);
        days.setItemLabelGenerator(each -> getTranslation("identity.tokens.days.of", each));
        days.setValue(USUAL_DAYS);
        var confirm = new Button(getTranslation("identity.tokens.create"), click -> {
            name.setInvalid(false);
            try {
                var issued = tokens.issue(name.getValue(), days.getValue());
                dialog.close();
                refresh();
                show(issued);
            } catch (RuleViolation no) {
                name.setErrorMessage(texts.in(getLocale(), no.explanation()));
                name.setInvalid(true);
                name.focus();
            }
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(name, days);
        dialog.getFooter().add(new Button(getTranslation("ui.cancel"), click -> dialog.close()), confirm);
        dialog.open();
    }

    private void show(Tokens.Issued issued) {
        var dialog = new Dialog(issued.token().name());
        dialog.setWidth("36rem");
        dialog.setCloseOnOutsideClick(false);
        var secret = new Span(issued.secret());
        secret.addClassName("token-secret");
        var copied = new Button(getTranslation("identity.tokens.copy"), VaadinIcon.COPY_O.create());
        copied.addClickListener(click -> {
            copied.getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", issued.secret());
            Notices.done(getTranslation("identity.tokens.copied"));
        });
        dialog.add(new Paragraph(getTranslation("identity.tokens.once")), secret);
        var close = new Button(getTranslation("ui.close"), click -> dialog.close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(copied, close);
        dialog.open();
    }

    private void confirmRevocation(Token token) {
        var dialog = new Dialog(getTranslation("identity.tokens.revoke.title", token.name()));
        dialog.add(new Paragraph(getTranslation("identity.tokens.revoke.consequence")));
        var confirm = new Button(getTranslation("identity.tokens.revoke"), click -> {
            tokens.revoke(token.id());
            dialog.close();
            refresh();
            Notices.done(getTranslation("identity.tokens.revoked", token.name()));
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        dialog.getFooter().add(new Button(getTranslation("ui.cancel"), click -> dialog.close()), confirm);
        dialog.open();
    }
}
