package rongtong.notice;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is sent, once {@code spring.mail.host} names a server.
 *
 * @param from address of the sender; the server's user name if left out
 * @param root address of the application as its users reach it, for links
 * @param attempts after so many failures an administrator has to look
 * @param firstPause before the second attempt; each further pause is twice as long
 */
@ConfigurationProperties("rongtong.mail")
record MailSettings(
        @Nullable String from,
        @DefaultValue("http://localhost:8080") String root,
        @DefaultValue("8") int attempts,
        @DefaultValue("1m") Duration firstPause) {}
