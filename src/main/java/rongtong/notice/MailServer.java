package rongtong.notice;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The mail server of the configuration, if there is one. */
@Component
class MailServer {

    private final @Nullable JavaMailSender sender;
    private final String from;

    @Autowired
    MailServer(
            ObjectProvider<JavaMailSender> senders,
            MailSettings settings,
            @Value("${spring.mail.username:}") String username) {
        this(
                senders.getIfAvailable(),
                Objects.requireNonNullElse(settings.from(), username.contains("@") ? username : "rongtong@localhost"));
    }

    MailServer(@Nullable JavaMailSender sender, String from) {
        this.sender = sender;
        this.from = from;
    }

    boolean isThere() {
        return sender != null;
    }

    /**
     * Sends a text.
     *
     * @param id the same for each attempt, so that a mail that arrived twice is seen to be one
     * @throws org.springframework.mail.MailException if the server did not take it
     */
    void send(String id, String to, String subject, String text) {
        var server = Objects.requireNonNull(sender, "No mail server is configured");
        var message = server.createMimeMessage();
        try {
            var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(to);
            helper.setSubject(subject.replaceAll("\\s+", " "));
            helper.setText(text);
            message.setHeader("Message-ID", "<" + id + "@rongtong>");
        } catch (MessagingException unusable) {
            throw new MailPreparationException(unusable);
        }
        server.send(message);
    }
}
