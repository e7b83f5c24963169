package rongtong.identity;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;

/** What people decide about their own account: language, and whether notices come by mail. */
@Service
public class Profiles {

    private static final int LONGEST_ADDRESS = 254;

    /** Plain addresses only: no names, lists or line breaks that would reach the head of a mail. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private static final Set<String> LANGUAGES = Set.of("zh-CN", "en");

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;

    Profiles(JdbcClient jdbc, CurrentUser user, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.user = user;
        this.events = events;
    }

    /**
     * @param mail address; empty for none
     * @param locale language tag, {@code zh-CN} or {@code en}
     */
    public record Profile(String mail, MailDelivery delivery, String locale) {}

    /** Where mail for somebody goes, and in which language. */
    public record Mailbox(String address, Locale language) {}

    /** Of the person at work. */
    @PreAuthorize("isAuthenticated()")
    public Profile mine() {
        return jdbc.sql("""
                        select coalesce(mail, '') as mail, mail_delivery as delivery, locale
                        from identity.account where username = :username
                        """)
                .param("username", user.username())
                .query(Profile.class)
                .single();
    }

    /** @throws RuleViolation at the field: no address, or delivery without one, or an unknown language */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public void change(Profile profile) {
        var mail = profile.mail().strip();
        if (!mail.isEmpty()
                && (mail.length() > LONGEST_ADDRESS || !ADDRESS.matcher(mail).matches())) {
            throw refused("mail", Message.of("identity.mail-wrong"));
        }
        if (mail.isEmpty() && profile.delivery() != MailDelivery.NONE) {
            throw refused("mail", Message.of("identity.mail-missing"));
        }
        if (!LANGUAGES.contains(profile.locale())) {
            throw refused("locale", Message.of("identity.unknown-language"));
        }
        jdbc.sql("""
                        update identity.account set mail = :mail, mail_delivery = :delivery, locale = :locale
                        where username = :username
                        """)
                .param("mail", mail.isEmpty() ? null : mail)
                .param("delivery", profile.delivery().name())
                .param("locale", profile.locale())
                .param("username", user.username())
                .update();
        events.publishEvent(AccountEvent.profileChanged(user.username()));
    }

    /** Those of the people who want mail in this way. */
    public Set<String> wanting(MailDelivery delivery, Collection<String> usernames) {
        return Set.copyOf(jdbc.sql("""
                        select username from identity.account
                        where mail_delivery = :delivery and enabled and username = any(:usernames)
                        """)
                .param("delivery", delivery.name())
                .param("usernames", usernames.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** All who want mail in this way. */
    public List<String> wanting(MailDelivery delivery) {
        return jdbc.sql("select username from identity.account where mail_delivery = :delivery and enabled")
                .param("delivery", delivery.name())
                .query(String.class)
                .list();
    }

    /** Nothing for somebody who wants no mail (any more). */
    public Optional<Mailbox> mailbox(String username) {
        return jdbc.sql("""
                        select mail, locale from identity.account
                        where username = :username and mail_delivery <> 'NONE' and enabled
                        """)
                .param("username", username)
                .query((row, number) ->
                        new Mailbox(row.getString("mail"), Locale.forLanguageTag(row.getString("locale"))))
                .optional();
    }

    private static RuleViolation refused(String field, Message message) {
        return new RuleViolation(message, List.of(new RuleViolation.FieldError(field, message)));
    }
}
