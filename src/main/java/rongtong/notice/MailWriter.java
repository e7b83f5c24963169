package rongtong.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rongtong.identity.Profiles;
import rongtong.shared.Message;
import rongtong.shared.Texts;

/** Words a mail in the language of its recipient, when it is sent. */
@Component
class MailWriter {

    private static final int MOST_IN_A_DIGEST = 100;

    private final NoticeReader notices;
    private final Profiles profiles;
    private final MailSettings settings;
    private final Texts texts;

    MailWriter(NoticeReader notices, Profiles profiles, MailSettings settings, Texts texts) {
        this.notices = notices;
        this.profiles = profiles;
        this.settings = settings;
        this.texts = texts;
    }

    /** A mail ready to be sent. */
    record Mail(String to, String subject, String text) {}

    /** Nothing if the recipient wants no mail any more, or there is nothing left to tell. */
    Optional<Mail> write(Postman.Due due) {
        return profiles.mailbox(due.recipient()).flatMap(mailbox -> {
            var before = LocaleContextHolder.getLocaleContext();
            LocaleContextHolder.setLocale(mailbox.language());
            try {
                var told = told(due);
                return told.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Mail(
                                mailbox.address(),
                                subject(due, told, mailbox.language()),
                                text(due, told, mailbox.language())));
            } finally {
                LocaleContextHolder.setLocaleContext(before);
            }
        });
    }

    private List<Notice> told(Postman.Due due) {
        if (due.notice() != null) {
            return notices.one(due.notice());
        }
        return due.since() == null ? List.of() : notices.unread(due.recipient(), due.since(), MOST_IN_A_DIGEST);
    }

    private String subject(Postman.Due due, List<Notice> told, Locale language) {
        var about = due.notice() == null
                ? Message.of("notice.mail.digest", told.size())
                : told.getFirst().text();
        return texts.in(language, Message.of("notice.mail.subject", about));
    }

    private String text(Postman.Due due, List<Notice> told, Locale language) {
        var lines = new ArrayList<String>();
        if (due.notice() == null) {
            lines.add(texts.in(language, Message.of("notice.mail.digest", told.size())));
            lines.add("");
        }
        for (var notice : told) {
            lines.add(texts.in(language, notice.text()));
            lines.add(Stream.of(notice.number(), notice.step(), notice.words())
                    .filter(fact -> !fact.isBlank())
                    .collect(Collectors.joining(" · ")));
            lines.add(link(notice));
            lines.add("");
        }
        lines.add(texts.in(language, Message.of("notice.mail.foot", settings.root() + "/profile")));
        return String.join("\n", lines);
    }

    private String link(Notice notice) {
        return settings.root() + (notice.task() == null ? "/cases/" + notice.caseId() : "/tasks/" + notice.task());
    }
}
